package imtokenpay.adapter.evm.json;

/// A reader that needs no tokens: it reads the result in passing, where an answer's own walk has come to.
public interface Walker<T> extends ResultReader<T> {
    /// Reads the value that comes next, and passes it whole.
    ///
    /// @throws imtokenpay.chain.watch.ChainUnavailable if the result is not understood
    T walk(Slice slice);

    @Override
    default T read(Tokens tokens) {
        return walk(tokens.slice());
    }
}
