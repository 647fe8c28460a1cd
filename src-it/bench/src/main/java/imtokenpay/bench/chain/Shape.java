package imtokenpay.bench.chain;

import java.util.Locale;

/// How a chain is made. Every block holds so many token transfers, each a log and a transaction, then so many
/// transfers of the coin, then transactions that do something else.
///
/// @param head the newest block; block 0 is empty
/// @param ours which transfers are ours
/// @param hasLogTimes whether the node tells its blocks' times with the logs, as geth does since 1.16
public record Shape(String name, long head, Block block, Ours ours, boolean hasLogTimes) {
    /// What one block holds.
    ///
    /// @param inputBytes how long the input of the other transactions is
    /// @param withdrawals validators that are paid by the chain itself
    public record Block(int tokens, int coins, int others, int inputBytes, int withdrawals) {
        int transfers() {
            return tokens + coins;
        }

        int transactions() {
            return tokens + coins + others;
        }
    }

    /// Which transfers pay open orders.
    ///
    /// @param oneOf one of so many does
    /// @param orders how many orders there are to be paid, in turn
    public record Ours(int oneOf, int orders) {}

    /// 20,000 blocks of a quiet chain: 200,000 token transfers, 100,000 coin transfers, 10,345 of them ours.
    public static Shape can20k() {
        return new Shape("can-20k", 20_000, new Block(10, 5, 0, 0, 0), new Ours(29, 10_000), true);
    }

    /// The same from a node that tells no times with its logs.
    public static Shape can20kUntimed() {
        var timed = can20k();
        return new Shape("can-20k-untimed", timed.head(), timed.block(), timed.ours(), false);
    }

    /// A day of a chain as busy as Ethereum: 7,200 blocks of 200 transactions and 80 logs, about 180 kB each.
    public static Shape day() {
        return new Shape("day", 7_200, new Block(80, 60, 60, 249, 16), new Ours(2_900, 10_000), true);
    }

    /// The shape of that name.
    public static Shape named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "can-20k" -> can20k();
            case "can-20k-untimed" -> can20kUntimed();
            case "day" -> day();
            default -> throw new IllegalArgumentException("no shape of the name " + name);
        };
    }

    /// The same with another newest block.
    public Shape withHead(long height) {
        return new Shape(name, height, block, ours, hasLogTimes);
    }

    /// How many open orders there are.
    public int orders() {
        return ours.orders();
    }

    /// The order that a block's transfer pays; negative if it is none of ours.
    ///
    /// @param index below [Block#transfers]
    long order(long height, int index) {
        var number = (height - 1) * block.transfers() + index;
        return number % ours.oneOf() == 0 ? number / ours.oneOf() % orders() : -1;
    }

    /// Who a block's transfer pays.
    Key receiver(long height, int index) {
        var order = order(height, index);
        return order < 0 ? Key.ofForeigner(Mix.of(height, index)) : Key.ofOrder(order);
    }

    /// How many of the smallest unit a block's transfer moves.
    static long units(long height, int index) {
        return 1_000_000_000L + height * 1_000 + index;
    }

    /// What an order's first transfer moves; something that nobody pays for orders beyond those.
    public long unitsOfOrder(int order) {
        var number = (long) order * ours.oneOf();
        return order < orders() ? units(number / block.transfers() + 1, (int) (number % block.transfers())) : 1 + order;
    }

    /// How many token transfers up to a block are ours.
    public long tokenHits(long height) {
        return hits(height, 0, block.tokens());
    }

    /// How many coin transfers up to a block are ours.
    public long coinHits(long height) {
        return hits(height, block.tokens(), block.transfers());
    }

    private long hits(long last, int from, int to) {
        var count = 0L;
        for (var height = 1L; height <= last; height++) {
            for (var index = from; index < to; index++) {
                count += order(height, index) < 0 ? 0 : 1;
            }
        }
        return count;
    }

    /// How many coins an order's address holds after a block.
    long balance(long order, long height) {
        var sum = 0L;
        for (var number = order * ours.oneOf();
                number < height * block.transfers();
                number += (long) orders() * ours.oneOf()) {
            var index = (int) (number % block.transfers());
            if (index >= block.tokens()) {
                sum += units(number / block.transfers() + 1, index);
            }
        }
        return sum;
    }
}
