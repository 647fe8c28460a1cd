package imtokenpay.adapter.evm.heads;

import imtokenpay.adapter.evm.heads.HeadMessage.Denied;
import imtokenpay.adapter.evm.heads.HeadMessage.Foreign;
import imtokenpay.adapter.evm.heads.HeadMessage.Head;
import imtokenpay.adapter.evm.heads.HeadMessage.Subscribed;
import imtokenpay.adapter.evm.json.Field;
import imtokenpay.chain.watch.ChainUnavailable;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one message of an endpoint. For one use.
final class HeadMessageReader {
    private static final String NOTIFICATION = "eth_subscription";
    private static final Pattern HEIGHT = Pattern.compile("0x[0-9a-fA-F]{1,15}");
    private static final Pattern HASH = Pattern.compile("0x[0-9a-fA-F]{64}");

    private final String ours;
    private String id = "";
    private String method = "";
    private String result = "";
    private String subscription = "";
    private String number = "";
    private String hash = "";
    private boolean isError;
    private boolean hasParams;

    HeadMessageReader(String ours) {
        this.ours = ours;
    }

    /// Reads the value that begins at the current token.
    HeadMessage read(JsonParser json) {
        object(json);
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            var token = json.nextToken();
            switch (name) {
                case "id" -> id = token.isScalarValue() ? json.getString() : "";
                case "method" -> method = Field.text(json);
                case "params" -> params(json);
                case "result" -> result = Field.text(json);
                case "error" -> {
                    isError = true;
                    json.skipChildren();
                }
                default -> json.skipChildren();
            }
        }
        return method.isEmpty() ? answer() : notification();
    }

    static ChainUnavailable notUnderstood() {
        return new ChainUnavailable("the message is not one of those that we know");
    }

    private void params(JsonParser json) {
        object(json);
        hasParams = true;
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "subscription" -> subscription = Field.text(json);
                case "result" -> head(json);
                default -> json.skipChildren();
            }
        }
    }

    private void head(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            // Subscriptions of other kinds tell of other things.
            json.skipChildren();
            return;
        }
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "number" -> number = Field.text(json);
                case "hash" -> hash = Field.text(json);
                default -> json.skipChildren();
            }
        }
    }

    private HeadMessage answer() {
        if (!id.equals(HeadMessage.ID)) {
            throw notUnderstood();
        }
        if (isError) {
            return new Denied();
        }
        if (result.isEmpty()) {
            throw notUnderstood();
        }
        return new Subscribed(result);
    }

    private HeadMessage notification() {
        if (!method.equals(NOTIFICATION) || !hasParams || subscription.isEmpty()) {
            throw notUnderstood();
        }
        if (!subscription.equals(ours)) {
            return new Foreign();
        }
        if (!HEIGHT.matcher(number).matches() || !HASH.matcher(hash).matches()) {
            throw notUnderstood();
        }
        return new Head(subscription, Long.parseLong(number.substring(2), 16), hash);
    }

    private static void object(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw notUnderstood();
        }
    }
}
