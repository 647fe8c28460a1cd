package imtokenpay.adapter.bitcoin;

import imtokenpay.adapter.bitcoin.block.LoneTransaction;
import imtokenpay.adapter.bitcoin.block.WatchedScripts;
import imtokenpay.adapter.bitcoin.node.BitcoinNode;
import imtokenpay.adapter.bitcoin.node.WaitingId;
import imtokenpay.chain.Address;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.WaitingPayment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// What waits for a block and would pay whom we look out for. Each transaction is read once, when it is new. What
/// waited before we began is mostly not looked at, and what a look has no time for comes with the next: blocks
/// are read all the same, and they alone count.
final class WaitingMoney {
    /// How many transactions one look reads at most; at about five a second there are 75 between two looks.
    static final int READ_MAX = 2_000;
    // Blocks wait for it, too.
    private static final Duration LOOK_MAX = Duration.ofSeconds(1);
    /// For how long the last look is believed: who has read may read no more, and then knows nothing.
    private static final Duration KNOWN_FOR = Duration.ofMinutes(2);

    private final BitcoinNode node;
    private final InstantSource clock;
    private final Set<WaitingId> read = ConcurrentHashMap.newKeySet();
    private final Map<WaitingId, List<WaitingPayment>> found = new ConcurrentHashMap<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant lookedAt = Instant.MIN;

    WaitingMoney(BitcoinNode node, InstantSource clock) {
        this.node = node;
        this.clock = clock;
    }

    /// What would pay that address; empty if nobody has looked lately.
    Optional<List<WaitingPayment>> to(Address receiver) {
        if (clock.instant().minus(KNOWN_FOR).isAfter(lookedAt)) {
            return Optional.empty();
        }
        return Optional.of(found.values().stream()
                .flatMap(List::stream)
                .filter(payment -> payment.receiver().equals(receiver))
                .toList());
    }

    /// A block holds that transaction.
    void arrived(String txHash) {
        found.remove(WaitingId.of(txHash));
    }

    /// Looks at what is new.
    ///
    /// @param waiting all that waits, as the node orders it
    /// @param same the same, to look up in
    /// @throws ChainUnavailable if the node tells nothing; what was seen before stays
    void look(List<WaitingId> waiting, Set<WaitingId> same, WatchedScripts watched) {
        if (node.waitingAtOnce() == 0 || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            read.retainAll(same);
            found.keySet().retainAll(same);
            var fresh = waiting.stream()
                    .filter(id -> !read.contains(id))
                    .limit(READ_MAX)
                    .toList();
            if (lookedAt.equals(Instant.MIN)) {
                read.addAll(waiting);
            }
            lookedAt = clock.instant();
            read(fresh, watched);
        } finally {
            busy.set(false);
        }
    }

    private void read(List<WaitingId> fresh, WatchedScripts watched) {
        var end = lookedAt.plus(LOOK_MAX);
        for (var from = 0; from < fresh.size() && clock.instant().isBefore(end); from += node.waitingAtOnce()) {
            var part = fresh.subList(from, Math.min(fresh.size(), from + node.waitingAtOnce()));
            read.addAll(part);
            var texts = told(part);
            for (var i = 0; i < part.size(); i++) {
                var payments = payments(part.get(i), texts.get(i), watched);
                if (!payments.isEmpty()) {
                    found.put(part.get(i), payments);
                }
            }
        }
    }

    // What is too long for an answer will be so again; everything else is asked for once more.
    private List<String> told(List<WaitingId> part) {
        try {
            return node.waiting(part);
        } catch (ChainUnavailable untold) {
            if (untold.reason() != Reason.LIMIT) {
                part.forEach(read::remove);
            }
            throw untold;
        }
    }

    private static List<WaitingPayment> payments(WaitingId id, String text, WatchedScripts watched) {
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            return LoneTransaction.waiting(HexFormat.of().parseHex(text), id.hash(), watched);
        } catch (ChainUnavailable | IllegalArgumentException garbled) {
            return List.of();
        }
    }
}
