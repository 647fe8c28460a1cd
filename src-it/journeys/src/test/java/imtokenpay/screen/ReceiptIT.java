package imtokenpay.screen;

import static imtokenpay.screen.Counter.counter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.Answer;
import imtokenpay.outside.Browser;
import imtokenpay.screen.Window.Device;
import imtokenpay.server.Built;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a shopper keeps, in a real browser, and what anybody can check of it with nothing but the public key.
@ExtendWith(Counter.Opened.class)
class ReceiptIT {
    private static final Path PICTURES =
            Built.here().root().resolve("src-it/journeys/target").resolve("screenshots");
    // A public key's frame (RFC 8410 4), before its 32 bytes.
    private static final byte[] FRAME = HexFormat.of().parseHex("302a300506032b6570032100");

    @Test
    void a_paid_order_has_a_receipt_that_can_be_proven_without_the_shop() throws GeneralSecurityException {
        URI page = counter().inUsdt();
        assertEquals(404, new Browser().see(URI.create(page + "/receipt")).status(), "nothing is paid yet");
        assertEquals(404, new Browser().see(URI.create(page + "/receipt.jws")).status());
        try (Window window = Window.on(Device.PHONE).open(page)) {
            counter().payByDemoButton(page);
            window.awaitHeading("Payment seen, being confirmed");
            counter().devnet().mine(6);
            window.awaitHeading("Paid. Thank you!");
            String hash = window.text("section .mono");
            window.click("#to-receipt");
            window.awaitHeading("Receipt");
            assertTrue(window.text("dl").contains(hash), "the transaction is named");
            judge(window, "en");
            JsonNode receipt = proven(signed(URI.create(page + "/receipt.jws")), key(page));
            assertEquals(window.text("#paid"), receipt.path("paid").asString() + " USDT");
            assertEquals(hash, receipt.path("transactions").path(0).path("hash").asString());
            assertTrue(page.toString().endsWith(receipt.path("id").asString()));
            for (String tag : List.of("zh-CN", "zh-TW", "es", "fr", "ar")) {
                window.open(URI.create(page + "/receipt?locale=" + tag));
                assertEquals(tag, window.attribute("html", "lang"));
                judge(window, tag);
            }
        }
    }

    private static void judge(Window window, String tag) {
        assertEquals(List.of(), Judge.barriers(window), tag);
        assertEquals(List.of(), window.errors(), tag);
        window.picture(PICTURES.resolve("checkout-receipt-" + tag + ".png"));
    }

    private static String signed(URI file) {
        Answer answer = new Browser().see(file).expect(200);
        assertEquals("application/jose", answer.header("content-type").replaceAll(";.*", ""));
        return answer.text();
    }

    private static JsonNode key(URI page) {
        URI keys = URI.create(page.toString().replaceAll("/pay/.*", "/receipt-keys.json"));
        return new Browser().see(keys).expect(200).json().path("keys").path(0);
    }

    private static JsonNode proven(String signed, JsonNode key) throws GeneralSecurityException {
        byte[] x = Base64.getUrlDecoder().decode(key.path("x").asString());
        byte[] encoded = Arrays.copyOf(FRAME, FRAME.length + x.length);
        System.arraycopy(x, 0, encoded, FRAME.length, x.length);
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        String[] parts = signed.split("\\.", -1);
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(verifier.verify(Base64.getUrlDecoder().decode(parts[2])), "the signature is the shop's");
        return new JsonMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
    }
}
