package imtokenpay.adapter.evm.hostile;

import static imtokenpay.adapter.evm.hostile.HostileChain.SHOP;
import static imtokenpay.adapter.evm.hostile.HostileChain.SHOPPER;
import static imtokenpay.adapter.evm.hostile.HostileChain.USDT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.EvmChainReader;
import imtokenpay.adapter.quorum.Provider;
import imtokenpay.adapter.quorum.Quorum;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two nodes that must agree, over real HTTP: one is ahead, the other behind, and the chain leaves blocks behind.
class TwoNodesTest {
    private static final long SEED = Long.getLong("hostile.seed", 20_261_125L);
    private static final int ROUNDS = 30;
    private static final int KEPT = 40;
    private static final InstantSource CLOCK = InstantSource.fixed(HostileChain.time(10_000_000));

    private final List<HostileChain> chains = List.of(new HostileChain(Desk.HEAD), new HostileChain(Desk.HEAD));
    private final List<HostileNode> nodes =
            chains.stream().map(HostileNode::new).toList();
    private final List<EvmChainReader> readers = nodes.stream()
            .map(node -> new EvmChainReader(node.network(), CLOCK))
            .toList();
    private final Quorum quorum = new Quorum(
            IntStream.range(0, 2)
                    .mapToObj(i -> new Provider("node" + i, readers.get(i)))
                    .toList(),
            2,
            CLOCK,
            Thread::startVirtualThread);
    private final TreeMap<Long, BigInteger> expected = new TreeMap<>();
    private final SplittableRandom random = new SplittableRandom(SEED);

    @AfterEach
    void closes() {
        quorum.close();
        readers.forEach(EvmChainReader::close);
        nodes.forEach(HostileNode::close);
    }

    @Test
    void they_are_read_on_as_far_as_both_are_whoever_is_ahead_and_through_reorgs() {
        var tail = chains.getFirst().tail(Desk.HEAD - KEPT, Desk.HEAD);
        var paid = new TreeMap<Long, BigInteger>();
        var head = Desk.HEAD;
        for (var round = 1; round <= ROUNDS; round++) {
            var name = "seed " + SEED + " round " + round;
            var reorg = random.nextInt(3) == 0 ? head - random.nextInt(6) : head + 1;
            head += 1 + random.nextInt(6);
            pay(head, round);
            var heights = List.of(head - random.nextInt(4), head - random.nextInt(4));
            for (var i = 0; i < 2; i++) {
                chains.get(i).turnsInto(Integer.toHexString(round), reorg);
                chains.get(i).isAt(heights.get(i));
            }
            var both = Math.min(heights.getFirst(), heights.getLast());
            var known = tail;
            if (both < tail.last().height()) {
                assertThrows(ChainUnavailable.class, () -> quorum.read(known, Desk.WATCH), name);
                continue;
            }
            var reading = quorum.read(known, Desk.WATCH);
            paid.tailMap(reading.fork().height(), false).clear();
            reading.transfers()
                    .forEach(transfer ->
                            paid.put(height(transfer), transfer.amount().units()));
            tail = extended(tail, reading.fork(), reading.blocks());
            assertEquals(chains.getFirst().tail(both, both).last(), tail.last(), name);
            assertEquals(expected.headMap(both, true), paid, name);
        }
        assertTrue(paid.size() > ROUNDS / 2, () -> paid.size() + " payments");
    }

    private void pay(long height, int round) {
        expected.put(height, BigInteger.valueOf(round));
        chains.forEach(chain -> chain.transfers(height, USDT, SHOPPER, SHOP, BigInteger.valueOf(round)));
    }

    private static long height(Transfer transfer) {
        return transfer.sighting().inclusion() instanceof Inclusion.Included block ? block.height() : -1;
    }

    private static ChainTail extended(ChainTail tail, BlockRef fork, List<BlockRef> blocks) {
        var all = new ArrayList<>(tail.blocks().stream()
                .filter(block -> block.height() <= fork.height())
                .toList());
        all.addAll(blocks);
        return new ChainTail(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }
}
