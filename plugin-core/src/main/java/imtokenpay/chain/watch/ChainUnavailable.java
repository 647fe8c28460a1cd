package imtokenpay.chain.watch;

/// The node gave no usable answer. Says nothing about any payment: an error is never evidence.
public class ChainUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChainUnavailable(String message) {
        super(message);
    }

    public ChainUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
