package imtokenpay.flow.start;

import imtokenpay.flow.UseCase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Proves that whoever sets the plugin up can read the server's log. New at every start; worthless once an owner
/// exists. Asked inside of a transaction and outside; it needs none itself.
@UseCase
public class SetUpToken {
    private static final int BYTES = 16;

    private final String text;

    public SetUpToken() {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        this.text = HexFormat.of().formatHex(random);
    }

    /// Whether that is the token; takes the same time for every wrong one.
    public boolean is(String offered) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    /// For the log, and nowhere else.
    public String text() {
        return text;
    }
}
