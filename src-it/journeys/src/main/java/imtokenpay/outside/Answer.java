package imtokenpay.outside;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One HTTP answer. `headers` have lower-case names; `wire` is the body as it travelled.
public record Answer(URI uri, int status, Map<String, String> headers, byte[] wire) {
    private static final int SHOWN = 300;

    static Answer of(HttpResponse<byte[]> response) {
        Map<String, String> headers = response.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> String.join(", ", header.getValue()),
                        (first, second) -> first));
        return new Answer(response.uri(), response.statusCode(), headers, response.body());
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public boolean gzipped() {
        return "gzip".equals(header("content-encoding"));
    }

    public String text() {
        if (!gzipped()) {
            return new String(wire, StandardCharsets.UTF_8);
        }
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode json() {
        try {
            return JsonMapper.shared().readTree(text());
        } catch (JacksonException e) {
            throw new AssertionError("no JSON from " + uri + " (" + status + "): " + text(), e);
        }
    }

    /// This answer if it has the expected status; the body tells why it has not.
    public Answer expect(int expected) {
        if (status != expected) {
            String body = text().replaceAll("\\s+", " ");
            String start = body.substring(0, Math.min(body.length(), SHOWN));
            throw new AssertionError(uri + " answered " + status + ", expected " + expected + ": " + start);
        }
        return this;
    }
}
