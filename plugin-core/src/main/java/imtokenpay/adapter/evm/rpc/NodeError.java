package imtokenpay.adapter.evm.rpc;

import imtokenpay.adapter.evm.json.Field;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// The error that a node answered instead of a result. Every provider has its own words for "that was too much".
record NodeError(String code, String message) {
    private static final int CHARS_MAX = 200;
    // Infura and geth say all of -32005, -32602 and -32000 for a range that is too long, and for other things, too.
    private static final Set<String> PERHAPS_TOO_MUCH = Set.of("-32005", "-32602", "-32000");
    private static final Pattern TOO_MUCH = Pattern.compile("range|limit|results|too (many|large|big|long|wide)"
            + "|size|exceed|max|time-?d? ?-?out|deadline|10,?000|block count");
    private static final Pattern TOO_OFTEN = Pattern.compile("rate.?limit|too many requests|request count|per second"
            + "|capacity|compute units|throughput|quota|credits|daily|monthly");
    // Infura: "Try with this block range [0xD1BA0, 0xD1F24]."; Alchemy: "this block range should work: [0x0, 0x7cf]".
    private static final Pattern NAMED_RANGE =
            Pattern.compile("\\[\\s*(0x[0-9a-fA-F]{1,15}|\\d{1,15})\\s*,\\s*(0x[0-9a-fA-F]{1,15}|\\d{1,15})\\s*]");

    // "limited to a 10,000 range", "up to a 2K block range", "exceed max block range: 5000".
    private static final Pattern NAMED_LENGTH = Pattern.compile(
            "(\\d[\\d,]{0,8})(k?)[ -]*(?:block range|blocks|range)|block range\\D{0,12}(\\d[\\d,]{0,8})(k?)");

    static NodeError none() {
        return new NodeError("?", "");
    }

    /// Reads an error object.
    static NodeError read(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            var text = Field.text(json);
            return new NodeError("?", text);
        }
        var code = "?";
        var message = "";
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            var token = json.nextToken();
            if (name.equals("code") && token.isScalarValue()) {
                code = json.getString();
            } else if (name.equals("message")) {
                message = Field.text(json);
            } else {
                json.skipChildren();
            }
        }
        return new NodeError(code, message);
    }

    /// What to throw for it.
    ///
    /// @param what who said so, and to what
    ChainUnavailable as(String what) {
        var said = what + ": " + this;
        var lower = message.toLowerCase(Locale.ROOT);
        var isTooMuch =
                PERHAPS_TOO_MUCH.contains(code) || TOO_MUCH.matcher(lower).find();
        if (TOO_OFTEN.matcher(lower).find()) {
            return new ChainUnavailable(Reason.LIMIT, said);
        }
        return isTooMuch ? new Refused(said, named()) : new ChainUnavailable(said);
    }

    private OptionalLong named() {
        var range = NAMED_RANGE.matcher(message);
        if (!range.find()) {
            return namedLength();
        }
        var blocks = Long.decode(decimal(range.group(2))) - Long.decode(decimal(range.group(1))) + 1;
        return blocks > 0 ? OptionalLong.of(blocks) : OptionalLong.empty();
    }

    private OptionalLong namedLength() {
        var length = NAMED_LENGTH.matcher(message.toLowerCase(Locale.ROOT));
        if (!length.find()) {
            return OptionalLong.empty();
        }
        var first = length.group(1) != null;
        var digits = length.group(first ? 1 : 3).replace(",", "");
        var unit = length.group(first ? 2 : 4).isEmpty() ? 1 : 1_000;
        return OptionalLong.of(Long.parseLong(digits) * unit);
    }

    // A leading zero would be taken for an octal number.
    private static String decimal(String number) {
        return number.startsWith("0x") ? number : number.replaceFirst("^0+(?=.)", "");
    }

    @Override
    public String toString() {
        var text = "error " + code + " " + message;
        var oneLine = text.replaceAll("\\p{Cntrl}", " ").strip();
        return oneLine.length() > CHARS_MAX ? oneLine.substring(0, CHARS_MAX) + "..." : oneLine;
    }
}
