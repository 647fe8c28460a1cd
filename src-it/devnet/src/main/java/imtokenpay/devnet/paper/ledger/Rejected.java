package imtokenpay.devnet.paper.ledger;

/// The simulated chain refuses a request; becomes a JSON-RPC error with the same code and text.
public final class Rejected extends RuntimeException {
    public static final int UNREADABLE = -32700;
    public static final int INVALID_REQUEST = -32600;
    public static final int UNKNOWN_METHOD = -32601;
    public static final int INVALID_PARAMS = -32602;
    public static final int REFUSED = -32003;
    public static final int NOT_FOUND = -32000;

    private static final long serialVersionUID = 1L;

    private final int code;

    public Rejected(int code, String message) {
        super(message);
        this.code = code;
    }

    /// The JSON-RPC error code.
    public int code() {
        return code;
    }
}
