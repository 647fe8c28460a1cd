package imtokenpay.adapter.evm;

import imtokenpay.adapter.evm.pace.Range;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The blocks to remember of many that were read at once, to find by them later where a reorg left our chain: the last
/// few, which is as deep as reorgs mostly are, and then ever fewer. A deeper reorg has twice its blocks read again at
/// most, and a look at an hour's blocks takes a dozen headers instead of hundreds.
final class Landmarks {
    /// How far back a reorg is looked for.
    static final int DEPTH = 256;

    private static final int NEWEST = 8;

    private Landmarks() {}

    /// Their heights, the newest first.
    static List<Long> of(Range range) {
        var newest = IntStream.range(0, NEWEST);
        var older = IntStream.iterate(2 * NEWEST, back -> back < DEPTH, back -> 2 * back);
        return LongStream.concat(
                        IntStream.concat(newest, older).mapToLong(back -> range.to() - back),
                        LongStream.of(range.to() - DEPTH + 1))
                .filter(height -> height >= range.from())
                .boxed()
                .toList();
    }
}
