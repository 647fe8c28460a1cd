package imtokenpay.adapter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion.Included;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.ChainId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/// Keeps what readings brought as the database does, and checks each by itself.
final class Follower {
    private static final int TAIL_MAX = 256;

    private final Watch watch;
    private final TreeMap<String, Transfer> found = new TreeMap<>();
    private ChainTail tail;

    Follower(Watch watch, BlockRef from) {
        this.watch = watch;
        this.tail = new ChainTail(List.of(from));
    }

    ChainTail tail() {
        return tail;
    }

    Collection<Transfer> found() {
        return found.values();
    }

    /// Reads on to the end.
    void follows(ChainReader reader) {
        follows(reader, Integer.MAX_VALUE);
    }

    /// Reads on to the end, never more than so many blocks at once.
    void follows(ChainReader reader, int stepMax) {
        while (true) {
            var heightMax = tail.last().height() + stepMax;
            var before = tail.last();
            var reading = reads(reader, heightMax);
            if (reading.isComplete()) {
                return;
            }
            assertTrue(!reading.last().equals(before), "goes on");
        }
    }

    /// Reads once.
    Reading reads(ChainReader reader, long heightMax) {
        var reading = reader.read(tail, watch, heightMax);
        check(reading, heightMax);
        found.values().removeIf(transfer -> height(transfer) > reading.fork().height());
        reading.transfers().forEach(transfer -> found.put(key(transfer.id()), transfer));
        var blocks = new ArrayList<BlockRef>();
        tail.blocks().stream()
                .filter(block -> block.height() <= reading.fork().height())
                .forEach(blocks::add);
        blocks.addAll(reading.blocks());
        blocks.removeIf(block -> block.height() <= reading.last().height() - TAIL_MAX);
        tail = new ChainTail(blocks);
        return reading;
    }

    private void check(Reading reading, long heightMax) {
        var fork = reading.fork();
        var last = reading.last();
        assertTrue(tail.blocks().contains(fork), "the fork is a block that we had");
        assertTrue(last.height() <= Math.max(heightMax, fork.height()), "no further than asked");
        assertTrue(
                fork.equals(tail.last()) || last.height() >= tail.last().height(),
                "reaches as high as what it leaves behind");
        assertEquals(last.height(), reading.view().head());
        assertEquals(chain(), reading.view().chain());
        for (var transfer : reading.transfers()) {
            assertTrue(height(transfer) > fork.height() && height(transfer) <= last.height(), "it is of what was read");
        }
        for (var block : reading.blocks()) {
            reading.transfers().stream()
                    .map(transfer -> (Included) transfer.sighting().inclusion())
                    .filter(included -> included.height() == block.height())
                    .forEach(included -> assertEquals(new Included(block), included, "of the same branch"));
        }
        var ids = reading.transfers().stream().map(Transfer::id).distinct().count();
        assertEquals(ids, reading.transfers().size(), "each is told once");
    }

    private ChainId chain() {
        return watch.assets().iterator().next().chain();
    }

    private static long height(Transfer transfer) {
        return ((Included) transfer.sighting().inclusion()).height();
    }

    private static String key(TransferId id) {
        return id.txHash() + "/" + id.logIndex();
    }
}
