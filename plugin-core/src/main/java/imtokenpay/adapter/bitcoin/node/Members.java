package imtokenpay.adapter.bitcoin.node;

import imtokenpay.adapter.evm.json.Field;
import imtokenpay.chain.watch.ChainUnavailable;
import java.time.Instant;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the members of an object by their names, each in the one shape that we take it in.
public final class Members {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final JsonParser json;
    private String name = "";

    /// @param json stands at the object's beginning
    public Members(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new ChainUnavailable("the node answered no object where one was asked for");
        }
        this.json = json;
    }

    /// Goes to the next member.
    ///
    /// @return its name; empty after the last
    public String next() {
        var next = json.nextName();
        name = next == null ? "" : next;
        if (next != null) {
            json.nextToken();
        }
        return name;
    }

    /// Passes the member.
    public void pass() {
        json.skipChildren();
    }

    /// A whole number, 0 and up.
    public long number() {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || !json.getString().matches("[0-9]{1,18}")) {
            throw notUsable(name);
        }
        return json.getLongValue();
    }

    /// A moment in seconds since 1970.
    public Instant time() {
        var seconds = number();
        if (seconds > 0xFFFFFFFFL) {
            throw notUsable(name);
        }
        return Instant.ofEpochSecond(seconds);
    }

    /// Whether there is nothing in it.
    public boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    /// Whether or not.
    public boolean flag() {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw notUsable(name);
        };
    }

    /// A hash of 64 small digits.
    public String hash() {
        return hash(json, name);
    }

    /// The hash that the current token holds.
    public static String hash(JsonParser json, String name) {
        var text = Field.text(json);
        if (!HASH.matcher(text).matches()) {
            throw notUsable(name);
        }
        return text;
    }

    /// What to throw where a member is missing.
    public static ChainUnavailable notUsable(String name) {
        return new ChainUnavailable("the node's answer has no usable " + name);
    }
}
