package imtokenpay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.TransferId;
import imtokenpay.money.Amount;
import imtokenpay.payment.Payment;
import imtokenpay.simulation.SimulatedChain.Block;
import imtokenpay.webhook.WebhookEvent;
import jakarta.json.Json;
import java.io.StringReader;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// What we promise, checked against the truth. Knows the chain and the database, and none of the production rules.
final class Promises {
    private final World world;

    Promises(World world) {
        this.world = world;
    }

    /// After every step, whatever just broke.
    void hold() {
        everyEventIsThereOnce();
        if (isAllRead()) {
            theLedgerIsTheChain();
            world.payments().forEach(this::theStandingIsHonest);
        }
        assertEquals("[]", world.shop.troubles().toString());
    }

    /// After the world has calmed down.
    void areKept() {
        hold();
        assertTrue(isAllRead(), "everything is read");
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
                .get(World.CHAIN)
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
        Map<TransferId, Amount> truth = new HashMap<>();
        for (var block : world.chain.blocks()) {
            if (!block.ref().time().isBefore(since)) {
                movements(block, truth);
            }
        }
        Map<TransferId, Amount> ledger = new HashMap<>();
        for (var entry : world.store.committed().transfers().values()) {
            if (entry.transfer().sighting().inclusion() instanceof Inclusion.Included(BlockRef block)
                    && !block.time().isBefore(since)) {
                ledger.put(entry.transfer().id(), entry.transfer().amount());
            }
        }
        assertEquals(truth, ledger);
    }

    private static void movements(Block block, Map<TransferId, Amount> into) {
        var logIndex = 0;
        for (var transaction : block.transactions()) {
            for (var movement : transaction.movements()) {
                into.put(new TransferId(World.CHAIN, transaction.hash(), logIndex++), movement.amount());
            }
        }
    }

    /// P2: what counts as paid is in the chain; what ended without money has none.
    private void theStandingIsHonest(Payment payment) {
        switch (payment.status()) {
            case SETTLED -> {
                assertTrue(count(payment, Instant.MAX) > 0, () -> "money is in the chain: " + payment);
                assertTrue(wasEverConfirmed(payment), () -> "settled by confirmations: " + payment);
            }
            // In time by first sight: a reorg may have moved it behind the deadline since.
            case CONFIRMING -> assertTrue(count(payment, Instant.MAX) > 0, () -> "money is in the chain: " + payment);
            case EXPIRED, CANCELLED ->
                assertEquals(0, count(payment, Instant.MAX), () -> "no money is forgotten: " + payment);
            // Late money shows as unresolved as soon as the deadline has passed for certain.
            case AWAITING ->
                assertEquals(0, count(payment, payment.terms().deadline()), () -> "no money is forgotten: " + payment);
            case UNDERPAID, UNRESOLVED, REVERSED, CLOSED -> {}
        }
    }

    private long count(Payment payment, Instant until) {
        return world.chain.blocks().stream()
                .filter(block -> !block.ref().time().isAfter(until))
                .flatMap(block -> block.transactions().stream())
                .flatMap(transaction -> transaction.movements().stream())
                .filter(movement -> movement.amount().equals(payment.terms().due()))
                .count();
    }

    // A reorg can set a settled payment's confirmations back; then it stays settled as long as its money is there.
    private boolean wasEverConfirmed(Payment payment) {
        return world.reorgs > 0
                || world.chain.blocks().stream()
                        .filter(block ->
                                block.ref().height() <= world.chain.head().ref().height() - World.CONFIRMATIONS + 1)
                        .flatMap(block -> block.transactions().stream())
                        .flatMap(transaction -> transaction.movements().stream())
                        .anyMatch(movement ->
                                movement.amount().equals(payment.terms().due()));
    }

    /// P5 again, from the other side: the shop ends where we ended, and shipped and restocked at most once.
    private void theShopKnows(Payment payment) {
        var order = world.shop.orders().get(payment.id().text());
        if (payment.sequence() == 0) {
            assertEquals(null, order);
            return;
        }
        assertEquals(payment.status().word(), order.status(), () -> "the shop knows of " + payment);
        assertEquals(payment.sequence(), order.sequence());
        assertTrue(order.paid() <= 1 && order.released() <= 1, order::toString);
    }

    private static String statusIn(WebhookEvent event) {
        try (var reader = Json.createReader(new StringReader(event.content().body()))) {
            return reader.readObject().getJsonObject("data").getString("status");
        }
    }
}
