package imtokenpay.adapter.evm.rpc;

import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.chain.watch.ChainUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The answer to a batch of calls. Every call has its own result, found by id and not by position.
public final class Answers {
    private final List<RpcCall<?>> calls;
    private final Map<RpcCall<?>, Object> results = new IdentityHashMap<>();
    private final int bytes;

    private Answers(List<RpcCall<?>> calls, int bytes) {
        this.calls = calls;
        this.bytes = bytes;
    }

    /// Reads the answer's body, and keeps nothing of it.
    ///
    /// @throws ChainUnavailable if any call has no result, or more than one
    static Answers read(List<RpcCall<?>> calls, Bytes body) {
        var answers = new Answers(calls, body.length());
        try {
            answers.batch(body);
        } catch (JacksonException notJson) {
            throw new ChainUnavailable("the node's answer is not JSON", notJson);
        }
        for (var call : calls) {
            if (!answers.results.containsKey(call)) {
                throw new ChainUnavailable("the node left out the answer to " + call.method());
            }
        }
        return answers;
    }

    /// The result of one of the calls.
    @SuppressWarnings("unchecked") // what stands there was read by that call's own reader
    public <T> T of(RpcCall<T> call) {
        return (T) results.get(call);
    }

    /// How long the answer was.
    public int bytes() {
        return bytes;
    }

    private void batch(Bytes body) {
        var slice = new Slice(body.array(), 0, body.length());
        if (!slice.isAt('[')) {
            throw refusal(body).as("the node refused");
        }
        for (var more = slice.opens('[', ']'); more; more = slice.goesOn(']')) {
            answer(slice, body.array());
        }
        if (slice.at() < body.length()) {
            throw new ChainUnavailable("the node's answer goes on after its end");
        }
    }

    // The node may refuse the batch as a whole: then it answers no list, but one error.
    private static NodeError refusal(Bytes body) {
        return Tokens.read(body.array(), 0, body.length(), tokens -> {
            var json = tokens.json();
            for (var name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                if (name.equals("error")) {
                    return NodeError.read(json);
                }
                json.skipChildren();
            }
            return NodeError.none();
        });
    }

    private record Part(int from, int to) {}

    // The result may stand before the id that says whose it is, so that the parts are found first and read then.
    private void answer(Slice slice, byte[] array) {
        var id = -1;
        Optional<Part> result = Optional.empty();
        Optional<Part> error = Optional.empty();
        for (var more = slice.opens('{', '}'); more; more = slice.goesOn('}')) {
            slice.name();
            var from = slice.at();
            slice.value();
            var part = new Part(from, slice.end());
            if (slice.isNamed("id")) {
                id = id(part, array);
            } else if (slice.isNamed("result")) {
                result = Optional.of(part);
            } else if (slice.isNamed("error")) {
                error = Optional.of(part).filter(some -> array[some.from()] != 'n');
            }
        }
        if (id >= 0 && id < calls.size()) {
            settle(calls.get(id), result, error, array);
        }
    }

    private static int id(Part part, byte[] array) {
        var text = new String(array, part.from(), part.to() - part.from(), StandardCharsets.ISO_8859_1);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private void settle(RpcCall<?> call, Optional<Part> result, Optional<Part> error, byte[] array) {
        if (results.containsKey(call)) {
            throw new ChainUnavailable("the node answered one call twice");
        }
        if (error.isPresent()) {
            var said =
                    Tokens.read(array, error.get().from(), error.get().to(), tokens -> NodeError.read(tokens.json()));
            results.put(
                    call,
                    call.instead()
                            .map(Object.class::cast)
                            .orElseThrow(() -> said.as("the node answered " + call.method() + " with an error")));
            return;
        }
        var part = result.orElseThrow(
                () -> new ChainUnavailable("the node's answer to " + call.method() + " has no result"));
        results.put(call, Tokens.read(array, part.from(), part.to(), call.reader()));
    }
}
