package imtokenpay.simulation;

import imtokenpay.chain.Address;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.flow.request.IdempotencyKeys;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.FreshAddresses;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.refund.Payouts;
import imtokenpay.refund.Refunds;
import imtokenpay.webhook.WebhookEvent;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A database in memory: its rows are immutable, so that a transaction is a copy of its tables, kept or thrown away.
/// One
/// transaction at a time; a simulation has one thread.
class MemoryStore {
    /// Who may write for a chain.
    record LeaseRow(String holder, long epoch, Instant until) {}

    /// A leased slot.
    record SlotRow(String paymentId, Instant until) {}

    /// An index of an account.
    record FreshKey(FreshAddresses.Series series, int index) {}

    /// An event and how far its delivery is.
    record EventRow(WebhookEvent event, String state, int attempts, Instant nextAt) {}

    /// All tables.
    record Tables(
            Table<String, Payment> payments,
            Table<TransferId, Ledger.Entry> transfers,
            Table<ReceivingSlot, SlotRow> slots,
            Table<ReceivingSlot, ReceivingSlots.Use> uses,
            Table<FreshKey, Address> fresh,
            Table<ChainId, ChainTail> tails,
            Table<ChainId, ChainView> views,
            Table<ChainId, Long> secondLooks,
            Table<ChainId, LeaseRow> leases,
            Table<String, AcceptedAsset> assets,
            Table<String, IdempotencyKeys.Use> keys,
            Table<String, EventRow> events,
            Table<String, Refunds.Made> refunds,
            Table<String, String> refundKeys,
            Table<String, String> refundSlots,
            Table<TransferId, Payouts.Payout> payouts) {

        static Tables empty() {
            return new Tables(
                    new Table<>(),
                    new Table<>(),
                    new Table<>(),
                    new Table<>(),
                    new Table<>(),
                    new Table<>(),
                    new Table<>(),
                    new Table<>(),
                    new Table<>(),
                    new Table<>(),
                    new Table<>(),
                    new Table<>(),
                    new Table<>(),
                    new Table<>(),
                    new Table<>(),
                    new Table<>());
        }

        Tables copy() {
            return new Tables(
                    payments.copy(),
                    transfers.copy(),
                    slots.copy(),
                    uses.copy(),
                    fresh.copy(),
                    tails.copy(),
                    views.copy(),
                    secondLooks.copy(),
                    leases.copy(),
                    assets.copy(),
                    keys.copy(),
                    events.copy(),
                    refunds.copy(),
                    refundKeys.copy(),
                    refundSlots.copy(),
                    payouts.copy());
        }
    }

    private final Faults faults;
    private Tables committed = Tables.empty();
    private Tables current = committed;
    private int depth;
    private @Nullable Runnable rival;
    private ReceivingMode mode = new ReceivingMode.Shared();

    MemoryStore(Faults faults) {
        this.faults = faults;
    }

    /// The tables as the transaction that runs sees them, or as they were committed last.
    Tables tables() {
        faults.maybe(Faults.Kind.CRASH_IN_TRANSACTION);
        return current;
    }

    /// What is committed, to be looked at from outside.
    Tables committed() {
        return committed;
    }

    /// How money is told apart, as the merchant has configured it.
    ReceivingMode mode() {
        return mode;
    }

    /// Configures it.
    void mode(ReceivingMode configured) {
        mode = configured;
    }

    /// Puts an old state back, as a restored backup does.
    void restore(Tables backup) {
        committed = backup.copy();
        current = committed;
        depth = 0;
    }

    /// What another node does while this one has not committed yet; once, if a fault says so, and in a transaction of
    /// its own that sees nothing of the first.
    void race(Runnable other) {
        rival = other;
    }

    /// Nobody does anything meanwhile any more.
    void endRace() {
        rival = null;
    }

    private void raceIfOneRuns() {
        if (rival == null || !faults.strikes(Faults.Kind.OTHER_NODE_ASKS)) {
            return;
        }
        var other = rival;
        rival = null;
        var mine = current;
        var base = committed;
        depth = 0;
        other.run();
        depth = 1;
        current = committed.copy();
        merge(base.keys(), mine.keys(), current.keys(), true);
        merge(base.payments(), mine.payments(), current.payments(), true);
        merge(base.slots(), mine.slots(), current.slots(), hasUniqueSlots());
        merge(base.uses(), mine.uses(), current.uses(), true);
        merge(base.fresh(), mine.fresh(), current.fresh(), true);
    }

    // What a database does with rows that two transactions wrote: those of one key are refused to the second.
    private static <K, V> void merge(Table<K, V> base, Table<K, V> mine, Table<K, V> into, boolean isUnique) {
        mine.forEach((key, row) -> {
            if (base.get(key) != row) {
                var other = into.put(key, row);
                if (isUnique && other != null && !other.equals(row)) {
                    throw new Collision();
                }
            }
        });
    }

    /// Whether the database itself refuses to lease a slot twice.
    boolean hasUniqueSlots() {
        return true;
    }

    /// Commits what was written so far, as a step does that is cut in two.
    void commitsHalf() {
        faults.maybe(Faults.Kind.CRASH_BEFORE_COMMIT);
        committed = current;
        current = committed.copy();
    }

    /// Another transaction wrote a row of the same key first.
    static final class Collision extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Runs a step as one transaction; a step within a step joins it.
    <T> T inTransaction(Callable<T> step) throws Exception {
        if (depth > 0) {
            return step.call();
        }
        current = committed.copy();
        depth = 1;
        try {
            var result = step.call();
            raceIfOneRuns();
            faults.maybe(Faults.Kind.CRASH_BEFORE_COMMIT);
            committed = current;
            if (faults.strikes(Faults.Kind.UNKNOWN_OUTCOME)) {
                throw new Faults.OutcomeUnknown();
            }
            return result;
        } finally {
            depth = 0;
            current = committed;
        }
    }
}
