package imtokenpay.devnet.paper.ledger;

import imtokenpay.devnet.paper.ledger.Block.Header;
import imtokenpay.devnet.paper.ledger.Block.Mined;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The simulated chain: its blocks, and the transactions that wait for one. Safe for threads.
public final class Ledger {
    /// The chain id every local Ethereum node uses.
    public static final long CHAIN_ID = 31337;

    private final List<Block> blocks = new ArrayList<>();
    private final Pool pool = new Pool();
    private final PaperClock clock;
    private long reorganisations;

    /// A chain of one block in which the given accounts hold money.
    public Ledger(InstantSource time, Map<String, BigInteger> wealth) {
        clock = new PaperClock(time);
        Header genesis = new Header(0, "0x" + "0".repeat(64), clock.now(), 0);
        blocks.add(new Block(genesis, List.of(), new World(wealth, Map.of(), Map.of())));
    }

    /// A mined transaction and the block it is in.
    public record Located(Block block, Mined mined) {}

    /// The newest block.
    public synchronized Block head() {
        return blocks.getLast();
    }

    /// The block at a height, if the chain is that long.
    public synchronized Optional<Block> block(long number) {
        return number < 0 || number >= blocks.size() ? Optional.empty() : Optional.of(blocks.get((int) number));
    }

    /// The block with a hash, if it is on the chain now.
    public synchronized Optional<Block> block(String hash) {
        return blocks.stream().filter(block -> block.hash().equals(hash)).findFirst();
    }

    /// The blocks of a range of heights, both ends included, as one consistent view.
    public synchronized List<Block> blocks(long from, long to) {
        return from > to ? List.of() : List.copyOf(blocks.subList((int) from, (int) to + 1));
    }

    /// Where a transaction was mined, if it is on the chain now.
    public synchronized Optional<Located> mined(String hash) {
        for (Block block : blocks) {
            for (Mined each : block.mined()) {
                if (each.transaction().hash().equals(hash)) {
                    return Optional.of(new Located(block, each));
                }
            }
        }
        return Optional.empty();
    }

    /// A transaction that waits for a block.
    public synchronized Optional<PaperTransaction> waiting(String hash) {
        return pool.find(hash);
    }

    /// How many transactions an account has, those that wait and may be mined counted.
    public synchronized BigInteger nextNonce(String address) {
        BigInteger next = head().world().nonce(address);
        for (PaperTransaction each : pool.inOrder()) {
            if (each.from().equals(address) && each.nonce().equals(next)) {
                next = next.add(BigInteger.ONE);
            }
        }
        return next;
    }

    /// Takes in a signed transaction and answers its hash.
    public synchronized String submit(String raw) {
        PaperTransaction transaction = PaperTransaction.decode(raw, CHAIN_ID);
        if (pool.find(transaction.hash()).isPresent()) {
            throw new Rejected(Rejected.REFUSED, "transaction already imported");
        }
        Execution.obstacle(head().world(), transaction).ifPresent(text -> {
            throw new Rejected(Rejected.REFUSED, text);
        });
        pool.add(transaction);
        return transaction.hash();
    }

    /// Forgets a waiting transaction; answers whether there was one.
    public synchronized boolean drop(String hash) {
        return pool.drop(hash);
    }

    /// Puts all that waits and can run into a new block.
    public synchronized void mine() {
        Block head = head();
        Block block = next(head, pool.inOrder(), clock.stamp(head.header().timestamp()));
        blocks.add(block);
        block.mined().forEach(each -> pool.drop(each.transaction().hash()));
        pool.inOrder().stream()
                .filter(each -> Execution.obstacle(block.world(), each).isPresent())
                .forEach(each -> pool.drop(each.hash()));
    }

    /// Mines a block if anything waits for one.
    public synchronized void mineWaiting() {
        if (!pool.inOrder().isEmpty()) {
            mine();
        }
    }

    /// Replaces the last blocks by as many others. What was in them is gone, save what is asked for here;
    /// nothing returns to the pool, and nothing from the pool gets in.
    ///
    /// @param raws raw transactions by the new block they go in, 0 for the first
    public synchronized void reorganise(int depth, Map<Integer, List<String>> raws) {
        int fork = blocks.size() - 1 - depth;
        if (depth < 1 || fork < 0 || raws.keySet().stream().anyMatch(at -> at < 0 || at >= depth)) {
            throw new Rejected(Rejected.INVALID_PARAMS, "Reorg depth must not exceed current chain height");
        }
        reorganisations++;
        List<Block> branch = new ArrayList<>(List.of(blocks.get(fork)));
        for (int at = 0; at < depth; at++) {
            List<PaperTransaction> wanted = raws.getOrDefault(at, List.of()).stream()
                    .map(raw -> PaperTransaction.decode(raw, CHAIN_ID))
                    .toList();
            long stamp = blocks.get(fork + 1 + at).header().timestamp();
            Block block = next(branch.getLast(), wanted, stamp);
            if (block.mined().size() != wanted.size()) {
                throw new Rejected(Rejected.REFUSED, "a transaction cannot run in new block " + at);
            }
            branch.add(block);
        }
        blocks.subList(fork, blocks.size()).clear();
        blocks.addAll(branch);
    }

    /// Gives an account another balance, as if the newest block had done it.
    public synchronized void endow(String address, BigInteger wei) {
        Block head = blocks.removeLast();
        blocks.add(new Block(head.header(), head.mined(), head.world().withBalance(address, wei)));
    }

    /// Moves the clock ahead for good; answers how far ahead it is now.
    public synchronized long advance(long seconds) {
        return clock.advance(seconds);
    }

    /// Fixes the next block's time, which must be later than the head's.
    public synchronized void stampNext(long second) {
        if (second <= head().header().timestamp()) {
            throw new Rejected(Rejected.INVALID_PARAMS, "Timestamp error: must be later than the last block's");
        }
        clock.set(second);
    }

    private Block next(Block parent, List<PaperTransaction> candidates, long stamp) {
        World world = parent.world();
        List<Mined> mined = new ArrayList<>();
        for (PaperTransaction each : candidates) {
            boolean turn = each.nonce().equals(world.nonce(each.from()));
            if (turn && Execution.obstacle(world, each).isEmpty()) {
                Execution run = Execution.of(world, each);
                mined.add(new Mined(mined.size(), each, run.outcome()));
                world = run.after();
            }
        }
        return new Block(new Header(parent.number() + 1, parent.hash(), stamp, reorganisations), mined, world);
    }
}
