package imtokenpay.adapter.rates;

import imtokenpay.quote.live.SourceFailed;
import imtokenpay.quote.live.SourceFailed.Reason;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// A short answer in JSON as the texts that it holds, each by its path, such as `result/XETHZUSD/b/0`. A number keeps
/// the digits that were sent: it never becomes a floating point number.
final class FlatJson {
    private static final int DEPTH_MAX = 8;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    private final JsonParser json;
    private final Map<String, String> texts = new HashMap<>();

    private FlatJson(JsonParser json) {
        this.json = json;
    }

    /// Reads it.
    ///
    /// @throws SourceFailed if it is no JSON, holds one path twice, is too deep, or goes on after its end
    static Map<String, String> read(byte[] body) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), body)) {
            var flat = new FlatJson(json);
            if (json.nextToken() == null) {
                throw notUnderstood("it is empty");
            }
            flat.value("");
            if (json.nextToken() != null) {
                throw notUnderstood("it goes on after its end");
            }
            return flat.texts;
        } catch (JacksonException notJson) {
            throw new SourceFailed(Reason.NOT_UNDERSTOOD, "its answer is not JSON", notJson);
        }
    }

    private void value(String path) {
        switch (json.currentToken()) {
            case START_OBJECT -> {
                for (var name = json.nextName(); name != null; name = json.nextName()) {
                    json.nextToken();
                    value(path.isEmpty() ? name : path + "/" + name);
                }
            }
            case START_ARRAY -> {
                var index = 0;
                while (!json.nextToken().isStructEnd()) {
                    value(path + "/" + index++);
                }
            }
            default -> {
                if (texts.put(path, json.getString()) != null) {
                    throw notUnderstood("it says one thing twice");
                }
            }
        }
    }

    private static SourceFailed notUnderstood(String what) {
        return new SourceFailed(Reason.NOT_UNDERSTOOD, "its answer is not understood: " + what);
    }
}
