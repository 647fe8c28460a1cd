package imtokenpay.payment;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// A payment's name: `pay_` and 128 random bits. Whoever knows it may see the checkout page, so it cannot be
/// guessed.
public record PaymentId(String text) {
    private static final Pattern SHAPE = Pattern.compile("pay_[0-9A-HJKMNP-TV-Z]{26}");
    // Crockford's Base32 (crockford.com/base32.html): no I, L, O, U, so that nobody misreads it.
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int DIGITS = 26;

    public PaymentId {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a payment id");
        }
    }

    /// Whether a text has the shape of a payment id, so that rubbish never reaches the database.
    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /// A new name; nobody can guess it if nobody can guess the generator.
    public static PaymentId random(RandomGenerator generator) {
        var digits = new StringBuilder("pay_");
        for (var i = 0; i < DIGITS; i++) {
            digits.append(ALPHABET[generator.nextInt(ALPHABET.length)]);
        }
        return new PaymentId(digits.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
