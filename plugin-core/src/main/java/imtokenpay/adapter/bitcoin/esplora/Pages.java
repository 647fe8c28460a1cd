package imtokenpay.adapter.bitcoin.esplora;

import imtokenpay.adapter.bitcoin.node.Members;
import imtokenpay.adapter.evm.json.ResultReader;
import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.adapter.evm.rpc.RpcEndpoint;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/// The server's answers, each read in the one shape that it is taken in.
///
/// @param endpoint the API
record Pages(RpcEndpoint endpoint) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /// A hash; an empty text where there is no such page.
    String hash(String path) {
        var text = endpoint.page(path).map(Pages::text).orElse("");
        if (!text.isEmpty() && !HASH.matcher(text).matches()) {
            throw Members.notUsable("block hash");
        }
        return text;
    }

    /// Bytes in hexadecimal digits.
    byte[] hex(String path) {
        try {
            return HexFormat.of().parseHex(text(bytes(path)));
        } catch (IllegalArgumentException garbled) {
            throw new ChainUnavailable("the node's answer is not in hexadecimal digits", garbled);
        }
    }

    byte[] bytes(String path) {
        return bytesIfAny(path).orElseThrow(Pages::missing);
    }

    /// The same; empty where there is no such page.
    Optional<byte[]> bytesIfAny(String path) {
        return endpoint.page(path);
    }

    <T> T json(String path, ResultReader<T> reader) {
        var bytes = bytes(path);
        try {
            return Tokens.read(bytes, 0, bytes.length, reader);
        } catch (JacksonException notJson) {
            throw new ChainUnavailable("the node's answer is not JSON", notJson);
        }
    }

    /// Reads an answer that may be long while it comes.
    <T> T walked(String path, Walker<T> walker) {
        return endpoint.page(path, walker).orElseThrow(Pages::missing);
    }

    /// Reads one member of an object; `false` where it is missing.
    static ResultReader<Boolean> flag(String wanted) {
        return tokens -> {
            var is = false;
            var members = new Members(tokens.json());
            for (var name = members.next(); !name.isEmpty(); name = members.next()) {
                if (name.equals(wanted)) {
                    is = members.flag();
                } else {
                    members.pass();
                }
            }
            return is;
        };
    }

    void close() {
        endpoint.close();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII).strip();
    }

    private static ChainUnavailable missing() {
        return new ChainUnavailable(Reason.BEHIND, "the node does not have a block that it should have");
    }
}
