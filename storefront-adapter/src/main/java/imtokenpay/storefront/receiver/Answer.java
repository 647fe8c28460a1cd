package imtokenpay.storefront.receiver;

/// What the plugin is told. Anything but 2xx makes it try again.
public enum Answer {
    /// Applied, or known already, or nothing of ours: do not send it again.
    DONE(204),
    /// No message of the contract.
    NOT_OURS(400),
    /// Nobody who has the secret has signed this, or its time is too far away from our clock.
    NOT_TRUSTED(401),
    TOO_LARGE(413),
    TRY_AGAIN(500);

    private final int status;

    Answer(int status) {
        this.status = status;
    }

    /// The HTTP status.
    public int status() {
        return status;
    }
}
