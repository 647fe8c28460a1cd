package imtokenpay.adapter.evm.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// A part of an answer, to be read token by token or to be walked over, whichever suits it.
public final class Tokens {
    private static final int DEPTH_MAX = 64;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    private final byte[] bytes;
    private final int from;
    private final int to;

    private Tokens(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    /// Has a value read that is all there is from one place to another.
    public static <T> T read(byte[] bytes, int from, int to, ResultReader<T> reader) {
        return reader.read(new Tokens(bytes, from, to));
    }

    /// Has a value read that is all there is, once it has come.
    public static <T> T read(Slice all, ResultReader<T> reader) {
        var end = all.whole();
        return read(all.bytes(), 0, end, reader);
    }

    /// Its tokens; the first one is the current one.
    public JsonParser json() {
        var json = JSON.createParser(ObjectReadContext.empty(), bytes, from, to - from);
        if (json.nextToken() == null) {
            throw Slice.notJson();
        }
        return json;
    }

    /// The same part, to be walked over.
    public Slice slice() {
        return new Slice(bytes, from, to);
    }
}
