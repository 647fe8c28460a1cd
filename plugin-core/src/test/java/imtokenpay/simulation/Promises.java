package imtokenpay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.TransferId;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.money.Amount;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.simulation.MemoryStore.Tables;
import imtokenpay.webhook.WebhookEvent;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What we promise, checked against the truth. Knows the chain and the database, and none of the production rules.
///
/// What is as it was when it was last found right is not looked at again: rows and events never change, so the same
/// object says the same, and every change of the chain ends with a new head.
final class Promises {
    private final World world;
    private final Map<WebhookEvent, String> statuses = new IdentityHashMap<>();
    private List<Object> eventsRight = List.of();
    private List<Object> standingsRight = List.of();
    private final Set<PaymentId> settled = new HashSet<>();
    private Truth truth;
    private long cursorAge;
    private int reorgsBefore;

    Promises(World world) {
        this.world = world;
        truth = new Truth(world.chain);
    }

    /// After every step, whatever just broke.
    void hold() {
        var tables = world.store.committed();
        var events = events(tables);
        if (!isSame(events, eventsRight)) {
            everyEventIsThereOnce();
            noTwoShareASlot();
            eventsRight = events;
        }
        List<Object> standings =
                List.of(tables.payments().version(), tables.transfers().version(), world.chain.head());
        if (isAllRead() && !isSame(standings, standingsRight)) {
            truth = truth.of(world.chain);
            theLedgerIsTheChain();
            tables.payments().values().forEach(this::theStandingIsHonest);
            standingsRight = standings;
        }
        assertTrue(world.shop.troubles().isEmpty(), () -> world.shop.troubles().toString());
        remember();
    }

    // How far an event's delivery is changes often, the event never.
    private static List<Object> events(Tables tables) {
        var events = new ArrayList<Object>(tables.events().size() + 1);
        events.add(tables.payments().version());
        tables.events().values().forEach(row -> events.add(row.event()));
        return events;
    }

    private static boolean isSame(List<Object> now, List<Object> before) {
        if (now.size() != before.size()) {
            return false;
        }
        for (var i = 0; i < now.size(); i++) {
            if (now.get(i) != before.get(i)) {
                return false;
            }
        }
        return true;
    }

    /// After the world has calmed down.
    void areKept() {
        hold();
        // While nobody was ever asked to pay, nothing can be for us, and the chain is left alone.
        assertTrue(world.payments().isEmpty() || isAllRead(), "everything is read");
        world.chain
                .blocks()
                .forEach(block -> assertFalse(mayBeUnknown(block.ref()), "nothing is left to look at again"));
        for (var payment : world.payments()) {
            assertFalse(payment.status().isOpen(), () -> "nothing hangs: " + payment);
            theShopKnows(payment);
        }
        for (var row : world.store.committed().events().values()) {
            assertEquals("delivered", row.state(), () -> row.event().id());
        }
    }

    /// P5: as many events as the sequence says, without a hole, and the newest tells the standing.
    private void everyEventIsThereOnce() {
        Map<String, Integer> counts = new HashMap<>();
        for (var row : world.store.committed().events().values()) {
            counts.merge(row.event().paymentId().text(), 1, Integer::sum);
        }
        for (var payment : world.payments()) {
            assertEquals(
                    payment.sequence(),
                    counts.getOrDefault(payment.id().text(), 0).longValue());
            for (var i = 1L; i <= payment.sequence(); i++) {
                var id = WebhookEvent.idOf(payment.id(), i);
                assertTrue(world.store.committed().events().containsKey(id), () -> "event " + id);
            }
            if (payment.sequence() > 0) {
                var newest = world.store.committed().events().get(WebhookEvent.idOf(payment.id(), payment.sequence()));
                assertEquals(payment.status().word(), statusIn(newest.event()));
            }
        }
    }

    private boolean isAllRead() {
        return world.store
                .committed()
                .tails()
                .get(world.chain.habits().chain())
                .last()
                .equals(world.chain.head().ref());
    }

    /// P1 and P6: every transfer since somebody was asked to pay is in the ledger once, and nothing else counts. What
    /// came before can be for nobody, and need not be read.
    private void theLedgerIsTheChain() {
        var since = world.payments().stream()
                .map(payment -> payment.terms().openedAt())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        Map<TransferId, Amount> ledger = new HashMap<>();
        for (var entry : world.store.committed().transfers().values()) {
            if (entry.transfer().sighting().inclusion() instanceof Inclusion.Included block
                    && !block.time().isBefore(since)) {
                ledger.put(entry.transfer().id(), entry.transfer().amount());
            }
        }
        Map<TransferId, Amount> chain = new HashMap<>();
        truth.factsSince(since).forEach((id, fact) -> {
            if (ledger.containsKey(id) || !mayBeUnknown(fact.block())) {
                chain.put(id, fact.amount());
            }
        });
        assertEquals(chain, ledger);
    }

    // What the node left out at the first look is found at the second.
    private boolean mayBeUnknown(BlockRef block) {
        return world.hidden.contains(block)
                && block.height()
                        > world.store
                                .committed()
                                .secondLooks()
                                .get(world.chain.habits().chain());
    }

    /// P2: what counts as paid is in the chain; what ended without money has none.
    private void theStandingIsHonest(Payment payment) {
        switch (payment.status()) {
            case SETTLED -> {
                assertTrue(isPaid(payment, block -> true), () -> "money is in the chain: " + payment);
                assertTrue(wasConfirmed(payment), () -> "settled by confirmations: " + payment);
            }
            // In time by first sight: a reorg may have moved it behind the deadline since.
            case CONFIRMING -> assertTrue(isPaid(payment, block -> true), () -> "money is in the chain: " + payment);
            case EXPIRED, CANCELLED ->
                assertEquals(BigInteger.ZERO, sum(payment, block -> true), () -> "no money is forgotten: " + payment);
            // Late money shows as unresolved as soon as the deadline has passed for certain.
            case AWAITING ->
                assertEquals(
                        BigInteger.ZERO,
                        sum(
                                payment,
                                block -> !block.time().isAfter(payment.terms().deadline())),
                        () -> "no money is forgotten: " + payment);
            case UNRESOLVED -> assertFalse(isAsPromised(payment), () -> "who paid in time is in time: " + payment);
            case UNDERPAID, REVERSED, CLOSED -> {}
        }
    }

    // Paid whole and dated in time. Once a reorg has taken money back, or a node has left it out at first, it may come
    // when the time is over all the same.
    private boolean isAsPromised(Payment payment) {
        return world.reorgs == 0
                && !world.faults.counts().containsKey(Faults.Kind.TRANSFERS_LAG)
                && payment.terms().decision() instanceof Decision.None
                && isPaid(
                        payment, block -> !block.time().isAfter(payment.terms().deadline()));
    }

    private boolean isPaid(Payment payment, Predicate<BlockRef> when) {
        return sum(payment, when).compareTo(payment.terms().due().units()) >= 0;
    }

    // At the shared address just the amount is the payment's; at an address of its own, whatever came.
    private BigInteger sum(Payment payment, Predicate<BlockRef> when) {
        var isShared = payment.receiver().equals(World.RECEIVER);
        return truth.at(payment.receiver()).stream()
                .filter(arrival ->
                        !isShared || arrival.amount().equals(payment.terms().due()))
                .filter(arrival -> when.test(arrival.block()) && !mayBeUnknown(arrival.block()))
                .map(arrival -> arrival.amount().units())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    // A reorg can set a settled payment's confirmations back; then it stays settled as long as its money is there. So
    // the moment counts at which it settles.
    private boolean wasConfirmed(Payment payment) {
        var head = world.chain.head().ref().height();
        var youngest = payment.terms().finality() instanceof Finality.Finalized
                ? head - SimulatedNode.FINAL_BELOW
                : head - World.CONFIRMATIONS + 1;
        var hasJustSettled = !settled.contains(payment.id()) && world.reorgs == reorgsBefore;
        return world.reorgs > 0 && !hasJustSettled || isPaid(payment, block -> block.height() <= youngest);
    }

    /// P8: whoever writes knows what was written last, so the cursor never goes back to what the chain was before.
    private void theCursorGoesForward() {
        var reached = SimulatedChain.age(world.store
                .committed()
                .tails()
                .get(world.chain.habits().chain())
                .last());
        assertTrue(reached >= cursorAge, "the cursor went back");
        cursorAge = reached;
    }

    /// P9: an amount at the shared address, or an address, tells whose it is.
    private void noTwoShareASlot() {
        var slots = new HashSet<ReceivingSlot>();
        for (var payment : world.payments()) {
            var slot = payment.receiver().equals(World.RECEIVER)
                    ? new ReceivingSlot(payment.receiver(), payment.terms().due())
                    : ReceivingSlot.any(payment.receiver(), world.chain.habits().coin());
            assertTrue(slots.add(slot), () -> "two are to pay " + slot);
        }
    }

    private void remember() {
        settled.clear();
        for (var payment : world.store.committed().payments().values()) {
            if (payment.status() == PaymentStatus.SETTLED) {
                settled.add(payment.id());
            }
        }
        reorgsBefore = world.reorgs;
    }

    /// P5 again, from the other side: the shop ends where we ended, and shipped and restocked at most once.
    private void theShopKnows(Payment payment) {
        var order = world.shop.orders().get(payment.id().text());
        if (payment.sequence() == 0) {
            assertEquals(null, order);
            return;
        }
        assertTrue(order != null, () -> "the shop was told of " + payment);
        assertEquals(payment.status().word(), order.status(), () -> "the shop knows of " + payment);
        assertEquals(payment.sequence(), order.sequence());
        assertTrue(order.paid() <= 1 && order.released() <= 1, order::toString);
    }

    private String statusIn(WebhookEvent event) {
        return statuses.computeIfAbsent(event, any -> SimulatedShop.data(event).getString("status"));
    }
}
