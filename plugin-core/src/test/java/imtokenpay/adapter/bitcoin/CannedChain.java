package imtokenpay.adapter.bitcoin;

import imtokenpay.adapter.bitcoin.address.BitcoinAddress;
import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.adapter.contract.LateBlocks;
import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainTail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small chain in a test's hands: blocks that follow each other by their real hashes. It begins with the
/// block that every regtest begins with.
public final class CannedChain {
    static final BitcoinNet NET = BitcoinNet.REGTEST;
    static final String GENESIS = "0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206";
    // Bitcoin Core, src/kernel/chainparams.cpp: version 1, no parent, one transaction, 2 February 2011.
    static final String GENESIS_HEADER = "01000000" + "00".repeat(32)
            + "3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a" + "dae5494dffff7f2002000000";
    static final Instant BEGAN = Instant.parse("2026-11-23T10:00:00Z");
    private static final int MEDIAN_OF = 11;

    private final List<RawBlock> blocks = new ArrayList<>();
    private final Map<String, Integer> left = new HashMap<>();
    private final Map<Integer, List<RawTransaction>> waiting = new HashMap<>();
    private final List<String> pool = new ArrayList<>();
    private final LateBlocks late = new LateBlocks();
    private int branch;
    private int hidden;

    /// @param head the height of the newest block
    CannedChain(int head) {
        grows(head);
    }

    void grows(int count) {
        for (var i = 0; i < count; i++) {
            pool.clear();
            var height = blocks.size() + 1;
            var transactions = new ArrayList<RawTransaction>();
            transactions.add(RawTransaction.coinbase(1_000L * branch + height).pays(1, new byte[0]));
            transactions.addAll(waiting.getOrDefault(height, List.of()));
            blocks.add(new RawBlock(parent(), dated(height).getEpochSecond(), transactions));
        }
    }

    /// Mines a block that pays; its transaction's id comes back.
    String pays(Address receiver, long sats) {
        var id = waits(receiver, sats);
        grows(1);
        return id;
    }

    /// A payment that waits for the next block; its transaction's id comes back.
    String waits(Address receiver, long sats) {
        return waits(paying(receiver, sats));
    }

    String waits(RawTransaction paying) {
        waiting.computeIfAbsent(blocks.size() + 1, any -> new ArrayList<>()).add(paying);
        pool.add(paying.id());
        return paying.id();
    }

    /// What waits, as a node tells it.
    String pool() {
        return pool.isEmpty() ? "[]" : "[\"" + String.join("\",\"", pool) + "\"]";
    }

    boolean isWaiting(String id) {
        return pool.contains(id);
    }

    /// A transaction that waits or that a block holds.
    RawTransaction transaction(String id) {
        return waiting.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The height of the block that holds it.
    Optional<Integer> block(String id) {
        return waiting.entrySet().stream()
                .filter(held -> held.getKey() <= head())
                .filter(held ->
                        held.getValue().stream().anyMatch(one -> one.id().equals(id)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// Nothing waits any more, although no block came.
    void forgets() {
        pool.clear();
    }

    /// That one waits no more, and comes into no block.
    void drops(String id) {
        pool.remove(id);
        waiting.values().forEach(held -> held.removeIf(one -> one.id().equals(id)));
    }

    static RawTransaction paying(Address receiver, long sats) {
        return new RawTransaction()
                .spends(new byte[32], 0, new byte[0])
                .pays(sats, BitcoinAddress.script(NET, receiver));
    }

    /// From that height up the blocks are others, and one more than before; whom they paid, they pay no more.
    void reorgs(int from) {
        var head = head();
        branch++;
        while (head() >= from) {
            left.put(blocks.getLast().id(), head());
            waiting.remove(head());
            blocks.removeLast();
        }
        grows(head - from + 2);
    }

    /// The newest blocks are gone; those that come instead are others.
    void leaves(int depth) {
        branch++;
        for (var i = 0; i < depth; i++) {
            waiting.remove(head());
            blocks.removeLast();
        }
    }

    /// The node does not know the newest blocks yet.
    void hides(int count) {
        hidden = count;
    }

    /// The blocks after the newest are dated so much later.
    void passes(Duration time) {
        late.passes(head() + 1, time);
    }

    void shrinks(int count) {
        for (var i = 0; i < count; i++) {
            blocks.removeLast();
        }
    }

    int head() {
        return blocks.size() - hidden;
    }

    static Instant time(long height) {
        return BEGAN.plusSeconds(600 * height);
    }

    Instant dated(long height) {
        return time(height).plus(late.at(height));
    }

    String hash(long height) {
        return height == 0 ? GENESIS : blocks.get((int) height - 1).id();
    }

    String hex(String hash) {
        return blocks.stream()
                .filter(block -> block.id().equals(hash))
                .findFirst()
                .map(RawBlock::hex)
                .orElse("");
    }

    /// The height of a block that belongs to the chain; -1 if there is none of that hash.
    int height(String hash) {
        for (var height = 0; height <= head(); height++) {
            if (hash(height).equals(hash)) {
                return height;
            }
        }
        return -1;
    }

    /// A header as a node tells it.
    String header(String hash) {
        var height = height(hash);
        var parent = height == 0 ? "" : ",\"previousblockhash\":\"" + hash(height - 1) + "\"";
        return "{\"hash\":\"" + hash + "\",\"confirmations\":" + (head() - height + 1) + ",\"height\":" + height
                + ",\"version\":1,\"difficulty\":4.656542373906925e-10,\"time\":"
                + dated(height).getEpochSecond() + ",\"mediantime\":"
                + medianDated(height).getEpochSecond() + parent + "}";
    }

    static Instant median(long height) {
        return time(middle(height));
    }

    Instant medianDated(long height) {
        return dated(middle(height));
    }

    private static long middle(long height) {
        return height - Math.min(height, MEDIAN_OF - 1) / 2;
    }

    ChainTail tail(int from, int to) {
        var refs = new ArrayList<BlockRef>();
        for (var height = from; height <= to; height++) {
            refs.add(new BlockRef(height, hash(height), height == 0 ? "" : hash(height - 1), dated(height)));
        }
        return new ChainTail(refs);
    }

    private byte[] parent() {
        return blocks.isEmpty() ? genesis() : blocks.getLast().hash();
    }

    /// The hash of the block that every regtest begins with, in the order of the bytes.
    static byte[] genesis() {
        var hash = HexFormat.of().parseHex(GENESIS);
        for (var i = 0; i < hash.length / 2; i++) {
            var other = hash[hash.length - 1 - i];
            hash[hash.length - 1 - i] = hash[i];
            hash[i] = other;
        }
        return hash;
    }
}
