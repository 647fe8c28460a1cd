package imtokenpay.refund;

import imtokenpay.payment.PaymentId;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// A refund's name: `rfd_` and 128 random bits.
public record RefundId(String text) {
    private static final Pattern SHAPE = Pattern.compile("rfd_[0-9A-HJKMNP-TV-Z]{26}");

    public RefundId {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a refund id");
        }
    }

    /// Whether a text has the shape of a refund id, so that rubbish never reaches the database.
    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /// A new name; nobody can guess it if nobody can guess the generator.
    public static RefundId random(RandomGenerator generator) {
        return new RefundId(PaymentId.random(generator).text().replaceFirst("pay_", "rfd_"));
    }

    @Override
    public String toString() {
        return text;
    }
}
