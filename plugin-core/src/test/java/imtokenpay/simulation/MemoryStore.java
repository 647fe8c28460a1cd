package imtokenpay.simulation;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.flow.request.IdempotencyKeys;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.webhook.WebhookEvent;
import java.time.Instant;
import java.util.concurrent.Callable;

/// A database in memory: its rows are immutable, so that a transaction is a copy of its tables, kept or thrown away.
/// One
/// transaction at a time; a simulation has one thread.
final class MemoryStore {
    /// Who may write for a chain.
    record LeaseRow(String holder, long epoch, Instant until) {}

    /// A leased slot.
    record SlotRow(String paymentId, Instant until) {}

    /// An event and how far its delivery is.
    record EventRow(WebhookEvent event, String state, int attempts, Instant nextAt) {}

    /// All tables.
    record Tables(
            Table<String, Payment> payments,
            Table<TransferId, Ledger.Entry> transfers,
            Table<ReceivingSlot, SlotRow> slots,
            Table<ChainId, ChainTail> tails,
            Table<ChainId, ChainView> views,
            Table<ChainId, Long> secondLooks,
            Table<ChainId, LeaseRow> leases,
            Table<String, AcceptedAsset> assets,
            Table<String, IdempotencyKeys.Use> keys,
            Table<String, EventRow> events) {

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
                    new Table<>());
        }

        Tables copy() {
            return new Tables(
                    payments.copy(),
                    transfers.copy(),
                    slots.copy(),
                    tails.copy(),
                    views.copy(),
                    secondLooks.copy(),
                    leases.copy(),
                    assets.copy(),
                    keys.copy(),
                    events.copy());
        }
    }

    private final Faults faults;
    private Tables committed = Tables.empty();
    private Tables current = committed;
    private int depth;

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

    /// Puts an old state back, as a restored backup does.
    void restore(Tables backup) {
        committed = backup.copy();
        current = committed;
        depth = 0;
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
