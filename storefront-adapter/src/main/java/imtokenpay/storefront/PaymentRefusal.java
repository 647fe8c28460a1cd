package imtokenpay.storefront;

import java.io.Serial;

/// An expected "no". Its message is English and written for the shopper; [RefusalReason#words(java.util.Locale)] says
/// it in other languages. The order is untouched.
public final class PaymentRefusal extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    public PaymentRefusal(RefusalReason reason) {
        super(reason.words());
        this.reason = reason;
    }

    public PaymentRefusal(RefusalReason reason, Throwable cause) {
        super(reason.words(), cause);
        this.reason = reason;
    }

    /// Why, for code that wants to tell cases apart.
    public RefusalReason reason() {
        return reason;
    }
}
