package imtokenpay.chain.watch;

/// The node gave no usable answer. Says nothing about any payment: an error is never evidence.
public class ChainUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// Why there is no usable answer; counted, so that a person sees which provider is bad in which way.
    public enum Reason {
        /// No connection, no answer in time, an answer of HTTP that is no answer.
        UNREACHABLE,
        /// The provider's own limit: too many calls, too wide a range, too large an answer.
        LIMIT,
        /// An answer that is not what was asked for.
        NOT_UNDERSTOOD,
        /// The node lacks blocks that were read before.
        BEHIND,
        /// The node is for another chain, or on another branch of it than everybody else.
        WRONG_CHAIN,
        /// One part of the answer contradicts another, or one provider another.
        INCONSISTENT
    }

    public ChainUnavailable(String message) {
        this(Reason.NOT_UNDERSTOOD, message);
    }

    public ChainUnavailable(String message, Throwable cause) {
        this(Reason.NOT_UNDERSTOOD, message, cause);
    }

    public ChainUnavailable(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public ChainUnavailable(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
