package imtokenpay.adapter.evm.rpc;

import tools.jackson.core.JsonParser;

/// The tokens of an answer, and the bytes that they stand for.
///
/// @param shift what to add to a place that the parser tells, to have it within the bytes
public record Tokens(JsonParser json, byte[] bytes, int shift) {
    /// Where the current token begins within the bytes.
    int at() {
        return (int) json.currentTokenLocation().getByteOffset() + shift;
    }

    /// The same tokens, now that the first of them, which begins at that place, is the current one.
    static Tokens from(JsonParser json, byte[] bytes, int place) {
        return new Tokens(json, bytes, place - (int) json.currentTokenLocation().getByteOffset());
    }
}
