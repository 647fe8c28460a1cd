package imtokenpay.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Contenders that do the same work in turns, so that whatever else the machine does meets all of them.
///
/// @param warmUps rounds before those that count, for the compiler
/// @param rounds at least five, so that a median means something
public record Race(int warmUps, int rounds) {
    private static final int ROUNDS_MIN = 5;

    public Race {
        if (rounds < ROUNDS_MIN) {
            throw new IllegalArgumentException("a median of fewer than five rounds says nothing");
        }
    }

    /// Lets them run, A-B-C-A-B-C.
    ///
    /// @throws WrongCount if any of them counts wrong, in any round
    public List<Standing> between(Contender... contenders) {
        var costs = new ArrayList<List<Cost>>();
        for (var contender : contenders) {
            costs.add(new ArrayList<>());
            IntStream.range(0, warmUps).forEach(round -> contender.runOnce());
        }
        for (var round = 0; round < rounds; round++) {
            for (var i = 0; i < contenders.length; i++) {
                costs.get(i).add(contenders[i].runOnce());
            }
        }
        return IntStream.range(0, contenders.length)
                .mapToObj(i -> Standing.of(contenders[i], costs.get(i)))
                .toList();
    }
}
