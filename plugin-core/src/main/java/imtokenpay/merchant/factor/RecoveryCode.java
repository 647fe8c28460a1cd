package imtokenpay.merchant.factor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Stands in for the phone once, if that is lost. It has 80 random bits, so a plain hash is enough to
/// keep.
///
/// @param letters 16 of Base32
public record RecoveryCode(String letters) {
    private static final int BYTES = 10;
    private static final Pattern LETTERS = Pattern.compile("[A-Z2-7]{16}");

    /// @throws IllegalArgumentException if it has other letters
    public RecoveryCode {
        if (!LETTERS.matcher(letters).matches()) {
            throw new IllegalArgumentException("no recovery code");
        }
    }

    /// A new one.
    ///
    /// @param random must be one that nobody can foretell
    public static RecoveryCode random(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new RecoveryCode(Base32.of(bytes));
    }

    /// The code that somebody typed, with whatever hyphens, blanks and small letters; empty if it can
    /// be none.
    public static Optional<RecoveryCode> read(String typed) {
        // Neither digit is in Base32; whoever reads one from paper means the letter.
        var letters = typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('0', 'O')
                .replace('1', 'I');
        return Optional.of(letters).filter(LETTERS.asMatchPredicate()).map(RecoveryCode::new);
    }

    /// As it is shown: `ABCD-EFGH-IJKL-MNOP`.
    public String text() {
        return letters.replaceAll("(.{4})(?!$)", "$1-");
    }

    /// As it is kept: 64 hexadecimal digits.
    public String sha256() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "RecoveryCode[hidden]";
    }
}
