package imtokenpay.quote.live;

/// A source of prices said nothing that can be used. Says nothing about any price.
public class SourceFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// In which way; counted, so that a person sees which source is bad in which way.
    public enum Reason {
        /// No connection, or no whole answer in time.
        UNREACHABLE,
        /// An answer that is a refusal, such as HTTP 429.
        REFUSED,
        /// An answer longer than any that was asked for.
        TOO_LONG,
        /// An answer that is not of the shape that was asked for.
        NOT_UNDERSTOOD,
        /// The price that was asked for is not among the answers.
        MISSING,
        /// A price that cannot be one: zero, negative, or beyond all measure.
        ABSURD,
        /// A price that is too old already, or from the future.
        WRONG_TIME
    }

    public SourceFailed(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public SourceFailed(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
