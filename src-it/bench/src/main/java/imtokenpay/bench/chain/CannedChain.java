package imtokenpay.bench.chain;

import java.util.Optional;
import java.util.function.LongPredicate;

/// A chain of a shape, written as JSON-RPC results.
public final class CannedChain {
    /// The chain's number, for `eth_chainId`.
    public static final long ID = 31_337;

    /// The one token.
    public static final String TOKEN = "0xdac17f958d2ee523a2206206994597c13d831ec7";

    private final Shape shape;
    private final Forks forks = new Forks();
    private final BlockPrinter blocks;
    private final LogPrinter logs;
    private final Balances balances;
    private volatile long head;

    public CannedChain(Shape shape) {
        this.shape = shape;
        this.blocks = new BlockPrinter(shape, forks);
        this.logs = new LogPrinter(shape, forks);
        this.balances = new Balances(shape);
        this.head = shape.head();
    }

    /// The newest block's height.
    public long head() {
        return head;
    }

    /// Lets the chain end elsewhere.
    public void head(long height) {
        head = height;
    }

    /// Replaces the newest blocks by others that hold the same transfers.
    public void reorg(long depth) {
        forks.from(Math.max(1, head - depth + 1));
    }

    /// The hash of the block of that height.
    public String hash(long height) {
        return new Hashes(forks).block(new Ink().put("0x"), height).text();
    }

    /// The time of the block of that height, in seconds.
    public static long time(long height) {
        return Hashes.TIME_START + height * Hashes.SECONDS_A_BLOCK;
    }

    /// Writes the block of that height.
    public void block(Ink ink, long height, boolean withTransactions) {
        if (height > head) {
            ink.put("null");
        } else {
            blocks.print(ink, height, withTransactions);
        }
    }

    /// Writes the token's logs in a range of blocks.
    ///
    /// @param isWanted asked with the first eight bytes of each receiver
    /// @return how many there are
    public int logs(Ink ink, long from, long to, LongPredicate isWanted) {
        return logs.print(ink, from, Math.min(to, head), isWanted);
    }

    /// Writes the receipt of the transaction of that hash, if it is one of ours.
    public void receipt(Ink ink, String txHash) {
        Optional.of(Hashes.placeOf(txHash))
                .filter(place ->
                        place.height() <= head && place.index() < shape.block().transactions())
                .ifPresentOrElse(place -> blocks.receipt(ink, place), () -> ink.put("null"));
    }

    /// Writes an address's balance as a word, without `0x`.
    public void balance(Ink ink, long addressStart, long height) {
        ink.digits(0, 48).digits(balances.of(addressStart, height), 16);
    }
}
