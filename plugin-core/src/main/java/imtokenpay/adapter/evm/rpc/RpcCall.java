package imtokenpay.adapter.evm.rpc;

import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.json.ResultReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// One JSON-RPC call, and how its result is read. Two calls are never the same, even when they ask the same.
public final class RpcCall<T> {
    private final String method;
    private final List<?> params;
    private final ResultReader<T> reader;
    private final Optional<T> instead;
    private final Predicate<String> refusals;

    private RpcCall(
            String method, List<?> params, ResultReader<T> reader, Optional<T> instead, Predicate<String> refusals) {
        this.method = method;
        this.params = params;
        this.reader = reader;
        this.instead = instead;
        this.refusals = refusals;
    }

    /// A call that must be answered.
    public static <T> RpcCall<T> of(String method, List<?> params, ResultReader<T> reader) {
        return new RpcCall<>(method, params, reader, Optional.empty(), code -> false);
    }

    /// The same call, which a node may refuse: then it has this result.
    public RpcCall<T> orElse(T otherwise) {
        return new RpcCall<>(method, params, reader, Optional.of(otherwise), code -> true);
    }

    /// The same call, which a node may refuse with an error of that code: then it has this result.
    public RpcCall<T> orElse(int code, T otherwise) {
        return new RpcCall<>(method, params, reader, Optional.of(otherwise), Integer.toString(code)::equals);
    }

    /// The number of the chain that the node is for.
    public static RpcCall<String> chainId() {
        return of("eth_chainId", List.of(), tokens -> Field.text(tokens.json()));
    }

    String method() {
        return method;
    }

    List<?> params() {
        return params;
    }

    ResultReader<T> reader() {
        return reader;
    }

    /// What it has instead of a result when the node refuses it with an error of that code.
    Optional<T> instead(String code) {
        return instead.filter(any -> refusals.test(code));
    }
}
