package imtokenpay.admin.entry;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.PasswordHash;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;

/// Turns passwords into what is kept of them.
@Dependent
public class Passwords {
    /// The fewest and the most characters of a password.
    static final int LENGTH_MIN = 12;

    static final int LENGTH_MAX = 128;

    // 600,000 rounds: what OWASP's Password Storage Cheat Sheet asks of PBKDF2-HMAC-SHA256 (2023).
    private static final Map<String, String> COST = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA256",
            "Pbkdf2PasswordHash.Iterations", "600000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");
    // 32 zero bytes as salt and as key: no password is known that leads there, and finding that out costs as much as
    // with a real one.
    private static final String ZEROS = "A".repeat(43) + "=";
    private static final String NOBODYS = "PBKDF2WithHmacSHA256:600000:" + ZEROS + ":" + ZEROS;

    private final PasswordHash hash;

    @Inject
    public Passwords(Pbkdf2PasswordHash hash) {
        hash.initialize(COST);
        this.hash = hash;
    }

    /// What is kept of a password, salt and cost included.
    public String hash(String password) {
        return hash.generate(password.toCharArray());
    }

    /// Whether that is the password; where nobody's hash is kept, the same work is done for nothing, so that the time
    /// tells nobody which names exist.
    public boolean verify(String password, Optional<String> kept) {
        var same = hash.verify(password.toCharArray(), kept.orElse(NOBODYS));
        return same && kept.isPresent();
    }
}
