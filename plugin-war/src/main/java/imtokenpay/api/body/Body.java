package imtokenpay.api.body;

import imtokenpay.api.problem.Problem;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The body of a call as it came, and the key by which the call is known when it comes again.
public final class Body {
    private static final int BYTES_MAX = 64 * 1024;
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Body() {}

    /// The bytes of a body.
    ///
    /// @throws Problem if there are more than 64 kB
    public static byte[] bytes(InputStream stream) {
        try {
            var bytes = stream.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw new Problem(413, "body_too_large", "The body has more than 64 kB.");
            }
            return bytes;
        } catch (IOException broken) {
            throw Problem.malformed("The body could not be read to its end.", List.of());
        }
    }

    /// The JSON object that the bytes are.
    ///
    /// @throws Problem if they are none
    public static JsonObject object(byte[] bytes) {
        try (var reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException | ClassCastException notOne) {
            throw Problem.malformed("The body is not a JSON object.", List.of());
        }
    }

    /// The call's idempotency key.
    ///
    /// @param what what a new key is needed for
    /// @throws Problem if there is none that can be used
    public static String key(@Nullable String key, String what) {
        if (key == null || !IDEMPOTENCY_KEY.matcher(key).matches()) {
            throw new Problem(
                    400,
                    "idempotency_key_missing",
                    "Send Idempotency-Key: 1 to 64 of A-Z a-z 0-9 - _, new per " + what + ".");
        }
        return key;
    }

    /// The hash by which two bodies are compared.
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
