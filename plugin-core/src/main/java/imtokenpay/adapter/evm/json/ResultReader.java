package imtokenpay.adapter.evm.json;

/// Reads the result of one call from the tokens of the answer, so that nothing is built of what nobody wants.
@FunctionalInterface
public interface ResultReader<T> {
    /// Reads the value that starts at the current token; must end on its last one.
    ///
    /// @throws imtokenpay.chain.watch.ChainUnavailable if the result is not understood
    T read(Tokens tokens);
}
