package imtokenpay.adapter.evm.rpc;

import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.adapter.evm.rpc.parts.WholeRefusal;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.util.ArrayList;
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
        return answers.complete();
    }

    private Answers complete() {
        for (var call : calls) {
            if (!results.containsKey(call)) {
                throw new ChainUnavailable("the node left out the answer to " + call.method());
            }
        }
        return this;
    }

    /// Reads the answer to a single call that was asked without a list around it.
    ///
    /// @throws ChainUnavailable if it has no result
    static Answers readOne(List<RpcCall<?>> call, Slice body) {
        var answers = new Answers(call);
        try {
            answers.answer(body);
        } catch (JacksonException notJson) {
            throw new ChainUnavailable("the node's answer is not JSON", notJson);
        }
        if (!body.isPassed()) {
            throw goesOn();
        }
        answers.bytes = body.length();
        return answers.complete();
    }

    /// These and others.
    Answers and(Answers others) {
        var all = new ArrayList<RpcCall<?>>(calls);
        all.addAll(others.calls);
        var both = new Answers(all);
        both.results.putAll(results);
        both.results.putAll(others.results);
        both.bytes = bytes + others.bytes;
        return both;
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
            throw whole(refusal(body).as("the node refused"));
        }
        for (var more = body.opens('[', ']'); more; more = body.goesOn(']')) {
            answer(body);
            body.forget(AHEAD);
        }
        if (!body.isPassed()) {
            throw goesOn();
        }
        bytes = body.length();
    }

    // Who was asked too often is not asked in more requests.
    private static ChainUnavailable whole(ChainUnavailable why) {
        return why.reason() == Reason.LIMIT && !(why instanceof Refused) ? why : new WholeRefusal(why);
    }

    private static ChainUnavailable goesOn() {
        return new ChainUnavailable("the node's answer goes on after its end");
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
