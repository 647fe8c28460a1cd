package imtokenpay.simulation;

import imtokenpay.chain.BlockRef;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/// What chains of a family do otherwise than others, as far as the rules can notice.
enum Habits {
    /// Ethereum and its kin.
    EVM("eip155:31337/erc20:0x5FbDB2315678afecb367f032d93F642f64180aa3"),

    /// A block every three seconds; otherwise as Ethereum.
    TRON("tron:0x2b6653dc/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"),

    /// A block every ten minutes or so, whose maker writes a time into it as he likes: up to two hours
    /// ahead, and back to the median of the eleven before it (Bitcoin Core, `validation.cpp`,
    /// `ContextualCheckBlockHeader`). All that a transaction moves is in it from the beginning: it does not
    /// fail, and whoever changes his mind sends another one.
    BITCOIN("bip122:0f9188f13cb7b2c71f2a335e3a4fc328/slip44:0") {
        @Override
        Duration blockTime(SplittableRandom random) {
            return Duration.ofSeconds(random.nextInt(10, 1_500));
        }

        @Override
        Instant date(Instant now, SplittableRandom random) {
            return now.plus(Duration.ofMinutes(random.nextInt(-60, 110)));
        }

        @Override
        Instant dateOf(Instant wished, List<Instant> before) {
            var median = median(before);
            return wished.isAfter(median) ? wished : median.plusSeconds(1);
        }

        @Override
        Instant wholeUpTo(List<Instant> dates) {
            return median(dates);
        }

        private static Instant median(List<Instant> dates) {
            var last = dates.subList(Math.max(0, dates.size() - MEDIAN_OF), dates.size()).stream()
                    .sorted()
                    .toList();
            return last.isEmpty() ? Instant.MIN : last.get(last.size() / 2);
        }
    };

    private static final int MEDIAN_OF = 11;

    private final Asset coin;

    Habits(String asset) {
        coin = new Asset(asset, "COIN", 6);
    }

    /// What is accepted there.
    Asset coin() {
        return coin;
    }

    ChainId chain() {
        return coin.chain();
    }

    /// Whether there are contracts, and so worthless tokens, and transactions that fail or come to move
    /// other amounts.
    boolean hasContracts() {
        return this != BITCOIN;
    }

    /// How long the next block takes.
    Duration blockTime(SplittableRandom random) {
        return Duration.ofSeconds(this == TRON ? 3 : 12);
    }

    /// What the maker of a block would write as its time.
    Instant date(Instant now, SplittableRandom random) {
        return now;
    }

    /// What he may write.
    Instant dateOf(Instant wished, List<Instant> before) {
        return wished;
    }

    /// Up to which time no more blocks can come behind those.
    Instant wholeUpTo(List<Instant> dates) {
        return dates.getLast();
    }

    /// The dates of the blocks up to that one.
    static List<Instant> dates(List<SimulatedChain.Block> blocks, BlockRef last) {
        return blocks.subList(Math.max(0, (int) last.height() - MEDIAN_OF), (int) last.height() + 1).stream()
                .map(block -> block.ref().time())
                .toList();
    }
}
