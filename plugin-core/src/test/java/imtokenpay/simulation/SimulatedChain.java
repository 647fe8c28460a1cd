package imtokenpay.simulation;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.money.Amount;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The truth: a chain whose newest blocks can be replaced at any time.
final class SimulatedChain {
    /// A transaction: one or several movements, all or nothing.
    ///
    /// @param failed it stands in a block, and nothing moved
    record Transaction(String hash, List<Movement> movements, boolean failed) {}

    /// A movement of money within a transaction.
    record Movement(Address receiver, Amount amount) {}

    /// A block and what it holds.
    record Block(BlockRef ref, List<Transaction> transactions) {}

    private final Habits habits;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Transaction> pool = new ArrayList<>();
    private long salt;
    private int transactionCount;

    SimulatedChain(Habits habits, Instant genesis) {
        this.habits = habits;
        mine(genesis);
    }

    Habits habits() {
        return habits;
    }

    List<Block> blocks() {
        return blocks;
    }

    Block head() {
        return blocks.getLast();
    }

    /// The transactions that wait to be mined.
    List<Transaction> waiting() {
        return pool;
    }

    /// A transaction that waits to be mined.
    void send(Movement... movements) {
        send(List.of(movements), false);
    }

    /// A transaction that waits to be mined, and will fail.
    void sendInVain(Movement movement) {
        send(List.of(movement), true);
    }

    private void send(List<Movement> movements, boolean failed) {
        transactionCount++;
        pool.add(new Transaction("0xt" + transactionCount, movements, failed));
    }

    /// A number that rises with every block that is made: whoever comes from one to a lower one has gone back.
    static long age(BlockRef block) {
        return Long.parseLong(block.hash().substring(block.hash().indexOf('.') + 1));
    }

    /// The next block takes all that waits.
    void mine(Instant time) {
        append(time, List.copyOf(pool));
        pool.clear();
    }

    /// The newest blocks are replaced by as many others and one more. What they held is dropped, waits again, or stands
    /// in the first of the new ones.
    void reorg(int depth, Instant time, Fate fate) {
        var evicted = new ArrayList<Transaction>();
        var kept = Math.max(1, blocks.size() - depth);
        while (blocks.size() > kept) {
            evicted.addAll(0, blocks.removeLast().transactions());
        }
        for (var i = 0; i <= depth; i++) {
            append(time, i == 0 && fate == Fate.MOVED ? evicted : List.of());
        }
        if (fate == Fate.WAITS_AGAIN) {
            pool.addAll(evicted);
        }
        if (fate == Fate.CHANGED) {
            evicted.forEach(transaction -> pool.add(changed(transaction)));
        }
    }

    /// All blocks but the first are replaced by one that holds the same transactions behind a new one.
    void reorgBehindAnother(Instant time, Movement first) {
        var depth = blocks.size() - 1;
        send(first);
        for (var block : blocks.subList(1, blocks.size())) {
            pool.addAll(block.transactions());
        }
        var waiting = List.copyOf(pool);
        pool.clear();
        while (blocks.size() > 1) {
            blocks.removeLast();
        }
        append(time, waiting);
        for (var i = 0; i < depth; i++) {
            append(time, List.of());
        }
    }

    /// What becomes of the transactions of blocks that are replaced.
    enum Fate {
        DROPPED,
        WAITS_AGAIN,
        MOVED,
        /// The same transactions wait again, but what they move depends on the block that they stand in.
        CHANGED
    }

    // Where there are no contracts, it is another one that spends the same.
    private Transaction changed(Transaction transaction) {
        var movements = new ArrayList<>(transaction.movements());
        var last = movements.removeLast();
        var less = last.amount().units().divide(BigInteger.TWO);
        movements.addFirst(
                new Movement(last.receiver(), new Amount(less, last.amount().asset())));
        var hash = habits.hasContracts() ? transaction.hash() : transaction.hash() + "'";
        return new Transaction(hash, movements, transaction.failed());
    }

    private void append(Instant time, List<Transaction> transactions) {
        salt++;
        var parent = blocks.isEmpty() ? "0xgenesis" : blocks.getLast().ref().hash();
        var before = blocks.isEmpty() ? List.<Instant>of() : Habits.dates(blocks, head().ref());
        var date = habits.dateOf(time, before);
        var ref = new BlockRef(blocks.size(), "0xb" + blocks.size() + "." + salt, parent, date);
        blocks.add(new Block(ref, List.copyOf(transactions)));
    }
}
