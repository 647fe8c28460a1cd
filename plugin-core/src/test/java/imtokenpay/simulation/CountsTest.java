package imtokenpay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.flow.count.PaymentCounts.Grain;
import imtokenpay.flow.monitor.Ending;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Payments;
import imtokenpay.payment.Tally;
import imtokenpay.simulation.MemoryStore.Tables;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.PlainCount;
import imtokenpay.store.StoreDatabase;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the database has counted is a plain count of all payments, after every step of whole simulated histories.
class CountsTest {
    private static final int SEEDS = 60;
    private static final int STEPS_BETWEEN_COUNTS = 7;
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private final Set<Ending> seen = EnumSet.noneOf(Ending.class);

    @Test
    void on_h2_the_counts_of_every_history_agree_with_its_payments() {
        agree(StoreDatabase.h2InMemory());
    }

    @Test
    void on_postgres_the_counts_of_every_history_agree_with_its_payments() {
        agree(StoreDatabase.postgres());
    }

    private void agree(String address) {
        try (var database = StoreDatabase.at(address, JdbcSeam.open())) {
            for (var seed = 0L; seed < SEEDS; seed++) {
                live(database.emptied(), seed);
            }
        }
        // What a person decides does not happen there.
        assertEquals(EnumSet.complementOf(EnumSet.of(Ending.ACCEPTED, Ending.CLOSED)), seen);
    }

    private void live(StoreDatabase database, long seed) {
        var world = new World(seed, new Assembly());
        var kept = Tables.empty();
        for (var step = 0; step <= World.STEPS; step++) {
            if (step < World.STEPS) {
                world.step();
            } else {
                world.quiet();
            }
            var tables = world.store.committed();
            if (tables.payments().version() != kept.payments().version()
                    || tables.transfers().version() != kept.transfers().version()) {
                keep(database, kept, tables);
                compare(database, tables, "seed " + seed + ", step " + step);
            }
            if (step % STEPS_BETWEEN_COUNTS == 0) {
                database.shelf()
                        .transactions()
                        .run(() -> database.shelf().counts().recount(2));
                compare(database, tables, "seed " + seed + ", step " + step + ", counted");
            }
            kept = tables;
        }
    }

    private void compare(StoreDatabase database, Tables tables, String when) {
        var payments = tables.payments().values();
        for (var grain : Grain.values()) {
            var counts = database.shelf()
                    .transactions()
                    .in(() -> database.shelf().counts().count(grain, Instant.EPOCH, END));
            assertEquals(PlainCount.of(payments, id -> transfers(tables, id), grain), PlainCount.said(counts), when);
        }
        for (var payment : payments) {
            var tally = Tally.of(
                    transfers(tables, payment.id()),
                    payment.terms(),
                    tables.views().get(World.CHAIN));
            Ending.of(payment, tally).ifPresent(seen::add);
        }
    }

    private static List<Transfer> transfers(Tables tables, PaymentId id) {
        return tables.transfers().values().stream()
                .filter(entry -> entry.paymentId().equals(Optional.of(id)))
                .map(Ledger.Entry::transfer)
                .toList();
    }

    // As the plugin itself wrote them.
    private static void keep(StoreDatabase database, Tables before, Tables after) {
        var shelf = database.shelf();
        shelf.transactions().run(() -> {
            after.payments()
                    .forEach((id, payment) ->
                            keep(shelf.payments(), before.payments().get(id), payment));
            after.transfers()
                    .forEach((id, entry) ->
                            keep(shelf.ledger(), before.transfers().get(id), entry));
        });
    }

    private static void keep(Payments payments, @Nullable Payment before, Payment after) {
        if (before == null) {
            payments.add(after);
        } else if (!before.equals(after)) {
            payments.locked(after.id());
            payments.replace(after);
        }
    }

    private static void keep(Ledger ledger, Ledger.@Nullable Entry before, Ledger.Entry after) {
        if (before == null) {
            ledger.enter(after);
        } else if (before.equals(after)) {
            return;
        } else if (after.equals(new Ledger.Entry(before.transfer().now(new Inclusion.Gone()), before.paymentId()))) {
            ledger.stands(after.transfer().id(), new Inclusion.Gone());
        } else {
            ledger.correct(after);
        }
    }
}
