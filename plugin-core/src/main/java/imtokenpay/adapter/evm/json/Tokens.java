package imtokenpay.adapter.evm.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The tokens of a part of an answer, and the bytes that they stand for.
///
/// @param from where the part begins
/// @param to where it ends
/// @param shift what to add to a place that the parser tells, to have it within the bytes
public record Tokens(JsonParser json, byte[] bytes, int from, int to, int shift) {
    private static final int DEPTH_MAX = 64;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    /// Has a value read that is all there is from one place to another.
    public static <T> T read(byte[] bytes, int from, int to, ResultReader<T> reader) {
        try (var json = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from)) {
            if (json.nextToken() == null) {
                throw Slice.notJson();
            }
            var shift = from - (int) json.currentTokenLocation().getByteOffset();
            return reader.read(new Tokens(json, bytes, from, to, shift));
        }
    }

    /// The same part, to be walked over.
    public Slice slice() {
        return new Slice(bytes, from, to);
    }

    /// Where the current token begins within the bytes.
    int at() {
        return (int) json.currentTokenLocation().getByteOffset() + shift;
    }
}
