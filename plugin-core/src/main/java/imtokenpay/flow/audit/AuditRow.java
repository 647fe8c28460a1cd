package imtokenpay.flow.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/// A deed in the book.
///
/// @param number 1 for the first, then without a gap
/// @param at whole microseconds, as databases keep them
/// @param seal SHA-256 of the row before's seal and of all that this row says, 64 hexadecimal digits
public record AuditRow(long number, Instant at, Deed deed, String seal) {
    /// What the first row follows.
    public static final String NO_SEAL = "0".repeat(64);

    /// The row that follows the newest.
    public static AuditRow following(AuditBook.Head head, Instant at, Deed deed) {
        var number = head.number() + 1;
        var kept = at.truncatedTo(ChronoUnit.MICROS);
        return new AuditRow(number, kept, deed, sealOf(head.seal(), number, kept, deed));
    }

    /// Whether it says what it said when it was added after a row of that seal.
    public boolean follows(String sealBefore) {
        return seal.equals(sealOf(sealBefore, number, at, deed));
    }

    // Each text with its length before it, so that nothing can move from one to the next.
    private static String sealOf(String before, long number, Instant at, Deed deed) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(before);
            out.writeLong(number);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
            out.writeUTF(deed.by());
            out.writeUTF(deed.action());
            out.writeUTF(deed.subject());
            out.writeUTF(deed.detail());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
