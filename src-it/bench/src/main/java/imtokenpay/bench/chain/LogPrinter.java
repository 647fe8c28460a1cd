package imtokenpay.bench.chain;

import java.util.function.LongPredicate;

/// Writes logs as geth writes them: with their block's time since 1.16, without it before.
final class LogPrinter {
    private static final byte[] START =
            Ink.text("{\"address\":\"" + CannedChain.TOKEN + "\",\"topics\":[\"0xddf252ad1be2"
                    + "c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef\",\"0x000000000000000000000000");
    private static final byte[] RECEIVER = Ink.text("\",\"0x000000000000000000000000");
    private static final byte[] UNITS = Ink.text("\"],\"data\":\"0x");
    private static final byte[] NUMBER = Ink.text("\",\"blockNumber\":\"");
    private static final byte[] TRANSACTION = Ink.text("\",\"transactionHash\":\"0x");
    private static final byte[] INDEX = Ink.text("\",\"transactionIndex\":\"");
    private static final byte[] BLOCK = Ink.text("\",\"blockHash\":\"0x");
    private static final byte[] TIME = Ink.text("\",\"blockTimestamp\":\"");
    private static final byte[] LOG_INDEX = Ink.text("\",\"logIndex\":\"");
    private static final byte[] END = Ink.text("\",\"removed\":false}");
    private static final byte[] COMMA = Ink.text(",");

    private final Shape shape;
    private final Hashes hashes;

    LogPrinter(Shape shape, Forks forks) {
        this.shape = shape;
        this.hashes = new Hashes(forks);
    }

    int print(Ink ink, long from, long to, LongPredicate isWanted) {
        ink.put("[");
        var count = 0;
        for (var height = Math.max(1, from); height <= to; height++) {
            for (var index = 0; index < shape.block().tokens(); index++) {
                var receiver = shape.receiver(height, index);
                if (isWanted.test(receiver.first())) {
                    if (count++ > 0) {
                        ink.put(COMMA);
                    }
                    log(ink, height, index, receiver);
                }
            }
        }
        ink.put("]");
        return count;
    }

    private void log(Ink ink, long height, int index, Key receiver) {
        Key.ofForeigner(Mix.of(index, height)).writeTo(ink.put(START));
        receiver.writeTo(ink.put(RECEIVER));
        ink.put(UNITS).digits(0, 48).digits(Shape.units(height, index), 16);
        ink.put(NUMBER).quantity(height);
        Hashes.transaction(ink.put(TRANSACTION), height, index);
        ink.put(INDEX).quantity(index);
        hashes.block(ink.put(BLOCK), height);
        if (shape.hasLogTimes()) {
            ink.put(TIME).quantity(CannedChain.time(height));
        }
        ink.put(LOG_INDEX).quantity(index).put(END);
    }
}
