package imtokenpay.adapter.evm.rpc;

import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.chain.watch.ChainUnavailable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The answer to a batch of calls. Every call has its own result, found by id and not by position.
public final class Answers {
    // Longer than most answers to a call that has a short one.
    private static final int AHEAD = 2_048;

    private final List<RpcCall<?>> calls;
    private final Map<RpcCall<?>, Object> results = new IdentityHashMap<>();
    private long bytes;

    private Answers(List<RpcCall<?>> calls) {
        this.calls = calls;
    }

    /// Reads the answer's body while it comes, and keeps nothing of it.
    ///
    /// @throws ChainUnavailable if any call has no result, or more than one
    static Answers read(List<RpcCall<?>> calls, Slice body) {
        var answers = new Answers(calls);
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
    public long bytes() {
        return bytes;
    }

    private void batch(Slice body) {
        if (!body.isAt('[')) {
            throw refusal(body).as("the node refused");
        }
        for (var more = body.opens('[', ']'); more; more = body.goesOn(']')) {
            answer(body);
            body.forget(AHEAD);
        }
        if (!body.isPassed()) {
            throw new ChainUnavailable("the node's answer goes on after its end");
        }
        bytes = body.length();
    }

    // The node may refuse the batch as a whole: then it answers no list, but one error.
    private static NodeError refusal(Slice body) {
        return Tokens.read(body, tokens -> {
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

    private void answer(Slice slice) {
        var answer = new OneAnswer(slice);
        answer.walk(id -> walker(id, slice));
        if (isAsked(answer.id())) {
            var call = calls.get(answer.id());
            if (results.containsKey(call)) {
                throw OneAnswer.twice();
            }
            results.put(call, answer.value(call));
        }
    }

    private boolean isAsked(int id) {
        return id >= 0 && id < calls.size();
    }

    // What is neither a list nor an object is short, and may stand beside an error that says more.
    private Optional<Walker<?>> walker(int id, Slice slice) {
        if (!isAsked(id) || !slice.isAt('[') && !slice.isAt('{')) {
            return Optional.empty();
        }
        return calls.get(id).reader() instanceof Walker<?> walker ? Optional.of(walker) : Optional.empty();
    }
}
