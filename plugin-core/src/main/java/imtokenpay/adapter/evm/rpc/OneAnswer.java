package imtokenpay.adapter.evm.rpc;

import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.chain.watch.ChainUnavailable;
import java.util.Optional;
import java.util.function.IntFunction;

/// One answer of a batch. Its result may stand before the id that says whose it is: then its place is kept, and it is
/// read afterwards. Mostly it stands behind, and then it is read in passing, since a long one takes as long to pass
/// over as to read.
final class OneAnswer {
    // As many as any int has room for.
    private static final int DIGITS_MAX = 9;

    private record Part(int from, int to) {}

    private final Slice slice;
    private int id = -1;
    private Optional<Object> read = Optional.empty();
    private Optional<Part> result = Optional.empty();
    private Optional<Part> error = Optional.empty();

    OneAnswer(Slice slice) {
        this.slice = slice;
    }

    static ChainUnavailable twice() {
        return new ChainUnavailable("the node answered one call twice");
    }

    /// Whose it is; -1 if it does not say so in a number.
    int id() {
        return id;
    }

    /// Walks over it.
    ///
    /// @param walkers who reads the result of that id in passing, when the walk has come to it
    void walk(IntFunction<Optional<Walker<?>>> walkers) {
        for (var more = slice.opens('{', '}'); more; more = slice.goesOn('}')) {
            slice.name();
            if (slice.isNamed("result")) {
                result(walkers);
            } else if (slice.isNamed("id")) {
                refuseAfterReading();
                id = number(part());
            } else if (slice.isNamed("error")) {
                error = Optional.of(part()).filter(some -> slice.bytes()[some.from()] != 'n');
            } else {
                slice.value();
            }
        }
    }

    /// The call's result, or what it is to have instead when the node refuses it.
    Object value(RpcCall<?> call) {
        if (error.isPresent()) {
            return instead(call, error.get());
        }
        if (read.isPresent()) {
            return read.get();
        }
        var part = result.orElseThrow(
                () -> new ChainUnavailable("the node's answer to " + call.method() + " has no result"));
        return Tokens.read(slice.bytes(), part.from(), part.to(), call.reader());
    }

    private void result(IntFunction<Optional<Walker<?>>> walkers) {
        refuseAfterReading();
        // Reading in passing forgets what was passed, and an error is still needed.
        var walker = error.isPresent() ? Optional.<Walker<?>>empty() : walkers.apply(id);
        if (walker.isPresent()) {
            read = Optional.of(walker.get().walk(slice));
        } else {
            result = Optional.of(part());
        }
    }

    // What was read for one id cannot be another's.
    private void refuseAfterReading() {
        if (read.isPresent()) {
            throw twice();
        }
    }

    private Object instead(RpcCall<?> call, Part said) {
        var refusal = Tokens.read(slice.bytes(), said.from(), said.to(), tokens -> NodeError.read(tokens.json()));
        return call.instead(refusal.code())
                .map(Object.class::cast)
                .orElseThrow(() -> refusal.as("the node answered " + call.method() + " with an error"));
    }

    private int number(Part part) {
        var value = 0;
        for (var i = part.from(); i < part.to(); i++) {
            var digit = slice.bytes()[i] - '0';
            if (digit < 0 || digit > 9 || part.to() - part.from() > DIGITS_MAX) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    private Part part() {
        var from = slice.at();
        slice.value();
        return new Part(from, slice.end());
    }
}
