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

    private final byte[] array;
    private int id = -1;
    private Optional<Object> read = Optional.empty();
    private Optional<Part> result = Optional.empty();
    private Optional<Part> error = Optional.empty();

    OneAnswer(byte[] array) {
        this.array = array;
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
    void walk(Slice slice, IntFunction<Optional<Walker<?>>> walkers) {
        for (var more = slice.opens('{', '}'); more; more = slice.goesOn('}')) {
            slice.name();
            if (slice.isNamed("result")) {
                result(slice, walkers);
            } else if (slice.isNamed("id")) {
                refuseAfterReading();
                id = number(part(slice));
            } else if (slice.isNamed("error")) {
                error = Optional.of(part(slice)).filter(some -> array[some.from()] != 'n');
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
        return Tokens.read(array, part.from(), part.to(), call.reader());
    }

    private void result(Slice slice, IntFunction<Optional<Walker<?>>> walkers) {
        refuseAfterReading();
        var walker = walkers.apply(id);
        if (walker.isPresent()) {
            read = Optional.of(walker.get().walk(slice));
        } else {
            result = Optional.of(part(slice));
        }
    }

    // What was read for one id cannot be another's.
    private void refuseAfterReading() {
        if (read.isPresent()) {
            throw twice();
        }
    }

    private Object instead(RpcCall<?> call, Part said) {
        var refusal = Tokens.read(array, said.from(), said.to(), tokens -> NodeError.read(tokens.json()));
        return call.instead(refusal.code())
                .map(Object.class::cast)
                .orElseThrow(() -> refusal.as("the node answered " + call.method() + " with an error"));
    }

    private int number(Part part) {
        var value = 0;
        for (var i = part.from(); i < part.to(); i++) {
            var digit = array[i] - '0';
            if (digit < 0 || digit > 9 || part.to() - part.from() > DIGITS_MAX) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    private static Part part(Slice slice) {
        var from = slice.at();
        slice.value();
        return new Part(from, slice.end());
    }
}
