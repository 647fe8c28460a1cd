package imtokenpay.adapter.evm.heads;

import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.chain.watch.ChainUnavailable;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;

/// What an endpoint says over the WebSocket.
sealed interface HeadMessage {
    /// The number of our one question.
    String ID = "1";
    /// That question.
    String SUBSCRIBE = "{\"jsonrpc\":\"2.0\",\"id\":" + ID + ",\"method\":\"eth_subscribe\",\"params\":[\"newHeads\"]}";

    /// We are subscribed, under that name.
    record Subscribed(String subscription) implements HeadMessage {}

    /// The endpoint does not subscribe us.
    record Denied() implements HeadMessage {}

    /// A new block.
    record Head(String subscription, long height, String hash) implements HeadMessage {}

    /// It is for somebody else.
    record Foreign() implements HeadMessage {}

    /// Reads a message.
    ///
    /// @param ours the name of our subscription; what is told under another is not looked into
    /// @throws ChainUnavailable if it is not understood
    static HeadMessage read(String text, String ours) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            return Tokens.read(bytes, 0, bytes.length, tokens -> {
                var json = tokens.json();
                var message = new HeadMessageReader(ours).read(json);
                if (json.nextToken() != null) {
                    throw HeadMessageReader.notUnderstood();
                }
                return message;
            });
        } catch (JacksonException notJson) {
            throw new ChainUnavailable("the message is not JSON", notJson);
        }
    }
}
