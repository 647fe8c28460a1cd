package imtokenpay.adapter.evm.json;

/// Reads the result of one call where it stands in the answer, so that nothing is built of what nobody wants. The bytes
/// are used again afterwards: no reader may keep any.
@FunctionalInterface
public interface ResultReader<T> {
    /// Reads the value that the part holds.
    ///
    /// @throws imtokenpay.chain.watch.ChainUnavailable if the result is not understood
    T read(Tokens tokens);
}
