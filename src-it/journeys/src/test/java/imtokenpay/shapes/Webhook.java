package imtokenpay.shapes;

import imtokenpay.outside.Browser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An event that says settled, signed by Standard Webhooks 1.0.
///
/// @param secret `whsec_...`
/// @param sent when it says that it was sent
/// @param body what is sent, which may not be what was signed
public record Webhook(String secret, Instant sent, String signed, String body) {

    public static Webhook of(String secret, String payment) {
        String event = "{\"id\": \"evt_1\", \"type\": \"payment.settled\", \"timestamp\": \"2026-11-23T10:02:11Z\","
                + " \"apiVersion\": \"v1\", \"data\": " + payment + "}";
        return new Webhook(secret, Instant.now(), event, event);
    }

    public Webhook signedWith(String other) {
        return new Webhook(other, sent, signed, body);
    }

    public Webhook sentAt(Instant other) {
        return new Webhook(secret, other, signed, body);
    }

    public Webhook altered(String from, String to) {
        return new Webhook(secret, sent, signed, body.replace(from, to));
    }

    /// The status with which the store at that address answers.
    public int sendTo(URI store) {
        String time = Long.toString(sent.getEpochSecond());
        return new Browser()
                .post(
                        URI.create(store + "/imtoken/webhook"),
                        body,
                        Map.of(
                                "webhook-id",
                                "evt_1",
                                "webhook-timestamp",
                                time,
                                "webhook-signature",
                                "v1," + signature("evt_1." + time + "." + signed)))
                .status();
    }

    private String signature(String words) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
