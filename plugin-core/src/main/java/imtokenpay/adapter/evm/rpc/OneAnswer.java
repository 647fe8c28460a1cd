package imtokenpay.adapter.evm.rpc;

import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.chain.watch.ChainUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.IntFunction;

/// One answer of a batch. Its result may stand before the id that says whose it is: then its place is kept, and it is
/// read afterwards. Mostly it stands behind, and then it is read in passing, since a long one takes as long to pass
/// over
/// as to read.
final class OneAnswer {
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
        return call.instead()
                .map(Object.class::cast)
                .orElseThrow(() -> refusal.as("the node answered " + call.method() + " with an error"));
    }

    private int number(Part part) {
        var text = new String(array, part.from(), part.to() - part.from(), StandardCharsets.ISO_8859_1);
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static Part part(Slice slice) {
        var from = slice.at();
        slice.value();
        return new Part(from, slice.end());
    }
}
