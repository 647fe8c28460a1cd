package imtokenpay.demo;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// The two secrets that a store and the plugin share, fresh for every start.
public record Keys(String apiKey, String webhookSecret) {

    public static Keys fresh() {
        SecureRandom random = new SecureRandom();
        byte[] key = new byte[24];
        byte[] secret = new byte[32];
        random.nextBytes(key);
        random.nextBytes(secret);
        return new Keys(
                "sk_test_" + HexFormat.of().formatHex(key),
                "whsec_" + Base64.getEncoder().encodeToString(secret));
    }

    @Override
    public String toString() {
        return "Keys[hidden]";
    }
}
