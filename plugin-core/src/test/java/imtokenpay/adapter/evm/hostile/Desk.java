package imtokenpay.adapter.evm.hostile;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import imtokenpay.adapter.evm.EvmChainReader;
import imtokenpay.chain.Address;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/// The product's reader on a hostile chain, and the judge beside it.
final class Desk implements AutoCloseable {
    static final String SHOP = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
    static final Watch WATCH = new Watch(Set.of(ETH, USDT), Set.of(new Address(SHOP)));
    static final long HEAD = 110;

    private static final int NEAR = 3;
    private static final int FAR = 10;

    final HostileChain chain = new HostileChain(HEAD);
    final HostileNode node = new HostileNode(chain);
    final EvmChainReader reader =
            new EvmChainReader(node.network(), InstantSource.fixed(HostileChain.time(10_000_000)));

    /// Reads on to the end, and gives what was credited.
    List<Transfer> credited(ChainTail known) {
        return credited(known, WATCH);
    }

    List<Transfer> credited(ChainTail known, Watch watch) {
        var all = new ArrayList<Transfer>();
        var tail = known;
        while (true) {
            var reading = reader.read(tail, watch);
            all.addAll(reading.transfers());
            if (reading.isComplete()) {
                return all;
            }
            tail = new ChainTail(List.of(reading.last()));
        }
    }

    /// Reads the last few blocks.
    List<Transfer> credited() {
        return credited(chain.tail(HEAD - FAR - NEAR, HEAD - NEAR));
    }

    /// Reads the last blocks while one of the node's answers is changed, and judges what was credited by what the node
    /// has stated.
    ///
    /// @return whether the reading was accepted
    boolean judged(long seed) {
        var random = new SplittableRandom(seed);
        chain.turnsInto(Long.toHexString(seed & 0xffff_ffffL));
        var mutation = new Mutation(random.nextLong());
        var countdown = new AtomicInteger(random.nextInt(NEAR));
        var last = HEAD - (random.nextBoolean() ? NEAR : FAR);
        node.distorts(answer -> countdown.getAndDecrement() == 0 ? mutation.apply(answer) : answer);
        List<Transfer> transfers;
        try {
            transfers = reader.read(chain.tail(last - NEAR, last), WATCH).transfers();
        } catch (ChainUnavailable nothingLearnt) {
            return false;
        } catch (RuntimeException wrong) {
            return fail("seed " + seed + " brings out another exception; the node said " + node.said(), wrong);
        }
        judge(seed, transfers);
        return true;
    }

    private void judge(long seed, List<Transfer> transfers) {
        var stated = Stated.by(node.said());
        var credited = new TreeSet<String>();
        var unexplained = BigInteger.ZERO;
        for (var transfer : transfers) {
            var units = transfer.amount().units();
            var isOurs = WATCH.assets().contains(transfer.amount().asset())
                    && WATCH.receivers().contains(transfer.receiver());
            assertTrue(isOurs && units.signum() > 0, () -> "seed " + seed + ": " + transfer);
            if (transfer.id().logIndex() < -1) {
                unexplained = unexplained.add(units);
            } else {
                credited.add(Stated.key(transfer));
            }
        }
        if (!node.said().stream().allMatch(Stated::isJson)) {
            return;
        }
        assertTrue(stated.may().containsAll(credited), () -> story("invents", seed, credited, stated));
        assertTrue(credited.containsAll(stated.must()), () -> story("loses", seed, credited, stated));
        var risen = unexplained;
        assertTrue(risen.compareTo(stated.unexplained()) <= 0, () -> story("invents " + risen, seed, credited, stated));
    }

    private String story(String what, long seed, Set<String> credited, Stated stated) {
        return "seed " + seed + ": the reader " + what + "\ncredited " + credited + "\nmay " + stated.may() + "\nmust "
                + stated.must() + "\n" + node.said();
    }

    @Override
    public void close() {
        reader.close();
        node.close();
    }
}
