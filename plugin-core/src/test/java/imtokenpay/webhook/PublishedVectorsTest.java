package imtokenpay.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The test vectors that docs/webhooks.md gives to those who write a receiver.
class PublishedVectorsTest {
    private static final Path PAGE = Path.of("..", "docs", "webhooks.md");
    private static final Pattern VECTOR = Pattern.compile(
            "```\nsecret: +(.+)\nid: +(.+)\ntimestamp: +([0-9]+)\n" + "body: +(.+)\nsignature: +(.+)\n```");

    private record Vector(List<String> secrets, String id, long timestamp, String body, String signature) {}

    @Test
    void we_sign_as_the_page_says() throws IOException {
        for (var vector : vectors()) {
            var secrets = vector.secrets().stream().map(Signature.Secret::parse).toList();
            var at = Instant.ofEpochSecond(vector.timestamp());
            assertEquals(vector.signature(), Signature.of(secrets, vector.id(), at, vector.body()));
        }
    }

    @Test
    void the_official_library_signs_as_the_page_says() throws Exception {
        for (var vector : vectors()) {
            var signed = new ArrayList<String>();
            for (var secret : vector.secrets()) {
                signed.add(new Webhook(secret).sign(vector.id(), vector.timestamp(), vector.body()));
            }
            assertEquals(vector.signature(), String.join(" ", signed));
        }
    }

    private static List<Vector> vectors() throws IOException {
        var found = VECTOR.matcher(Files.readString(PAGE))
                .results()
                .map(match -> new Vector(
                        Arrays.asList(match.group(1).split(" ")),
                        match.group(2),
                        Long.parseLong(match.group(3)),
                        match.group(4),
                        match.group(5)))
                .toList();
        assertEquals(3, found.size());
        return found;
    }
}
