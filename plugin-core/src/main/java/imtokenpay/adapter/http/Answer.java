package imtokenpay.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The head of a store's answer. Its words are for programs only: nothing of it is ever shown.
///
/// @param fields by their names in small letters; of two that have one name, both, with a comma between
record Answer(int status, boolean modern, Map<String, String> fields) {
    private static final int HEAD_MAX = 16 * 1024;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.([01]) ([1-5][0-9]{2})( .*)?");
    private static final int FINAL_MIN = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    /// Reads heads until one is final.
    ///
    /// @throws IOException if it is no HTTP, or has no end
    static Answer read(InputStream in) throws IOException {
        var lines = new Lines(in, HEAD_MAX);
        while (true) {
            var line = STATUS_LINE.matcher(lines.next());
            if (!line.matches()) {
                throw new IOException("the answer is not HTTP/1.1");
            }
            var answer =
                    new Answer(Integer.parseInt(line.group(2)), line.group(1).equals("1"), fields(lines));
            if (answer.status() >= FINAL_MIN) {
                return answer;
            }
        }
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /// Whether the connection stays open afterwards.
    boolean keepsOpen() {
        return modern
                && field("connection")
                        .filter(value -> value.toLowerCase(Locale.ROOT).contains("close"))
                        .isEmpty();
    }

    boolean isChunked() {
        return field("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent()
                && !fields.containsKey("content-length");
    }

    /// How long its body is; empty where that is not said, or not clearly.
    Optional<Integer> length() {
        if (status == NO_CONTENT || status == NOT_MODIFIED) {
            return Optional.of(0);
        }
        return fields.containsKey("transfer-encoding")
                ? Optional.empty()
                : field("content-length")
                        .filter(text -> text.matches("[0-9]{1,9}"))
                        .map(Integer::valueOf);
    }

    private static Map<String, String> fields(Lines lines) throws IOException {
        var fields = new HashMap<String, String>();
        for (var line = lines.next(); !line.isEmpty(); line = lines.next()) {
            var colon = line.indexOf(':');
            if (colon < 1) {
                throw new IOException("the answer has a field without a name");
            }
            fields.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        return fields;
    }
}
