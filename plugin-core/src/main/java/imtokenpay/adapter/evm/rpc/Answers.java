package imtokenpay.adapter.evm.rpc;

import imtokenpay.chain.watch.ChainUnavailable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The answer to a batch of calls. Every call has its own result, found by id and not by position.
public final class Answers {
    private static final int DEPTH_MAX = 64;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
            .build();

    private final List<RpcCall<?>> calls;
    private final Map<RpcCall<?>, Object> results = new IdentityHashMap<>();
    private final Bytes body;

    private Answers(List<RpcCall<?>> calls, Bytes body) {
        this.calls = calls;
        this.body = body;
    }

    /// Reads the answer's body.
    ///
    /// @throws ChainUnavailable if any call has no result, or more than one
    static Answers read(List<RpcCall<?>> calls, Bytes body) {
        var answers = new Answers(calls, body);
        try (var json = JSON.createParser(ObjectReadContext.empty(), body.array(), 0, body.length())) {
            answers.batch(json);
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
        return body.length();
    }

    private void batch(JsonParser json) {
        if (json.nextToken() != JsonToken.START_ARRAY) {
            throw errorOf(json).as("the node refused");
        }
        var tokens = new Tokens(json, body.array(), 0);
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw new ChainUnavailable("the node's answer is not JSON-RPC");
            }
            answer(tokens);
        }
        if (json.nextToken() != null) {
            throw new ChainUnavailable("the node's answer goes on after its end");
        }
    }

    private static NodeError errorOf(JsonParser json) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            for (var name = json.nextName(); name != null; name = json.nextName()) {
                json.nextToken();
                if (name.equals("error")) {
                    return NodeError.read(json);
                }
                json.skipChildren();
            }
        }
        return NodeError.none();
    }

    // The result may stand before the id that says whose it is, and some nodes write one that is null before an error:
    // then it is passed over and read afterwards.
    private void answer(Tokens tokens) {
        var json = tokens.json();
        Optional<RpcCall<?>> call = Optional.empty();
        Optional<NodeError> error = Optional.empty();
        var later = -1;
        var hasResult = false;
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            var token = json.nextToken();
            if (name.equals("id") && token == JsonToken.VALUE_NUMBER_INT) {
                call = call(json);
            } else if (name.equals("error") && token != JsonToken.VALUE_NULL) {
                error = Optional.of(NodeError.read(json));
            } else if (name.equals("result") && !hasResult) {
                hasResult = true;
                if (call.isPresent() && token != JsonToken.VALUE_NULL) {
                    keep(call.get(), call.get().reader().read(tokens));
                } else {
                    later = tokens.at();
                    json.skipChildren();
                }
            } else {
                json.skipChildren();
            }
        }
        if (call.isPresent()) {
            settle(call.get(), error, later);
        }
    }

    private Optional<RpcCall<?>> call(JsonParser json) {
        var id = json.getNumberType() == JsonParser.NumberType.INT ? json.getIntValue() : -1;
        return id < 0 || id >= calls.size() ? Optional.empty() : Optional.of(calls.get(id));
    }

    private void settle(RpcCall<?> call, Optional<NodeError> error, int later) {
        if (error.isPresent()) {
            results.remove(call);
            keep(
                    call,
                    call.instead()
                            .map(Object.class::cast)
                            .orElseThrow(
                                    () -> error.get().as("the node answered " + call.method() + " with an error")));
        } else if (later >= 0) {
            try (var json = JSON.createParser(ObjectReadContext.empty(), body.array(), later, body.length() - later)) {
                json.nextToken();
                keep(call, call.reader().read(Tokens.from(json, body.array(), later)));
            }
        } else if (!results.containsKey(call)) {
            throw new ChainUnavailable("the node's answer to " + call.method() + " has no result");
        }
    }

    private void keep(RpcCall<?> call, Object result) {
        if (results.put(call, result) != null) {
            throw new ChainUnavailable("the node answered one call twice");
        }
    }
}
