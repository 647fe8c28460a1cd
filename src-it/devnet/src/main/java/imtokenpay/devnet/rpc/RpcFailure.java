package imtokenpay.devnet.rpc;

/// The node did not answer, or answered with a JSON-RPC error.
public final class RpcFailure extends RuntimeException {
    /// The code of a failure that is not a JSON-RPC error: nothing, or nothing readable, came back.
    public static final int NO_ANSWER = 0;

    private static final long serialVersionUID = 1L;

    private final int code;

    RpcFailure(int code, String message) {
        super(message);
        this.code = code;
    }

    RpcFailure(String message, Throwable cause) {
        super(message, cause);
        this.code = NO_ANSWER;
    }

    /// The JSON-RPC error code, or `NO_ANSWER`.
    public int code() {
        return code;
    }
}
