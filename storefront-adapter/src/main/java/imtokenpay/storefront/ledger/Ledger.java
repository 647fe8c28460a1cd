package imtokenpay.storefront.ledger;

import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.RefusalReason;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What was asked of the plugin and what was applied of its events, each step in a transaction of its own.
public final class Ledger {

    private final UnitOfWork work;
    private final InstantSource clock;

    public Ledger(UnitOfWork work, InstantSource clock) {
        this.work = work;
        this.clock = clock;
    }

    /// Makes the table if it is missing, or brings it up to date. A failure is told in the log and stops nothing.
    public void create() {
        Tables.make(work, LedgerTable.SHAPE);
    }

    /// Writes the intent down, or answers the one that is open for the same order, asset and amount.
    public Intent intend(Intent wanted) {
        Optional<Intent> open = repeatable(wanted);
        if (open.isPresent()) {
            return open.get();
        }
        try {
            return work.inNew(connection -> {
                new LedgerTable(connection).insert(wanted, clock.instant());
                return wanted;
            });
        } catch (RuntimeException failed) {
            // The other of two clicks was faster: its intent is ours.
            return repeatable(wanted).orElseThrow(() -> failed);
        }
    }

    /// The plugin has made the payment.
    public void answered(Intent intent, String paymentId) {
        inNew(table -> table.answered(intent.clientReference(), paymentId));
    }

    /// The plugin did not answer; the same intent is asked again next time.
    public void unanswered(Intent intent) {
        inNew(table -> table.notAnswered(intent.clientReference(), RowStatus.UNANSWERED));
    }

    /// The plugin said no; the next attempt is a new one.
    public void refused(Intent intent) {
        inNew(table -> {
            table.notAnswered(intent.clientReference(), RowStatus.REFUSED);
            table.retire(intent.clientReference());
        });
    }

    /// The payment has ended; the next attempt is a new one. Its last event may still be on the way.
    public void retire(Intent intent) {
        inNew(table -> table.retire(intent.clientReference()));
    }

    /// Ends a payment for the store, which goes on with its order in another way: its last event tells the store
    /// nothing, and the next attempt is a new one.
    ///
    /// While `stop` asks the plugin, the order is locked, so that the event can neither come first nor be passed
    /// over should we die now.
    ///
    /// @param stop asks the plugin; what it answers stands against the end, and then nothing has changed
    public Optional<RefusalReason> leave(Intent intent, Supplier<Optional<RefusalReason>> stop) {
        return work.inNew(connection -> {
            LedgerTable table = new LedgerTable(connection);
            table.lock(intent.orderRef());
            Optional<RefusalReason> against = stop.get();
            if (against.isEmpty()) {
                table.retire(intent.clientReference());
                table.left(intent.clientReference());
            }
            return against;
        });
    }

    /// All rows of an order, youngest first.
    public List<LedgerRow> ofOrder(String orderRef) {
        return work.inNew(connection -> new LedgerTable(connection).ofOrder(orderRef));
    }

    /// Applies an event once and in order: the row and whatever the store writes commit together.
    ///
    /// What the store throws comes out again, after the transaction has rolled back.
    public Applied apply(PaymentNotice payment, Application application) {
        // In a transaction of its own: the next one must begin with the lock, as MariaDB and MySQL show all that
        // follows as it stood at the first look.
        Optional<Intent> known =
                work.inNew(connection -> new LedgerTable(connection).of(payment).map(LedgerRow::intent));
        return known.map(intent -> apply(intent, payment, application)).orElse(Applied.UNKNOWN);
    }

    private Applied apply(Intent intent, PaymentNotice payment, Application application) {
        return work.inNew(connection -> {
            LedgerTable table = new LedgerTable(connection);
            table.lock(intent.orderRef());
            if (!table.advance(intent.clientReference(), payment)) {
                return Applied.BEFORE;
            }
            List<LedgerRow> rows = table.ofOrder(intent.orderRef());
            LedgerRow row = rows.stream()
                    .filter(candidate -> candidate.intent().equals(intent))
                    .findFirst()
                    .orElseThrow();
            if (!row.status().repeatable()) {
                table.retire(intent.clientReference());
            }
            boolean othersOpen = rows.stream()
                    .filter(other -> !other.intent().equals(intent))
                    .anyMatch(other -> other.status().open());
            table.told(intent.clientReference(), application.tell(row, othersOpen));
            return Applied.NOW;
        });
    }

    private Optional<Intent> repeatable(Intent wanted) {
        return work.inNew(connection ->
                new LedgerTable(connection).byOpenKey(wanted.openKey()).map(LedgerRow::intent));
    }

    private void inNew(Step step) {
        work.inNew(connection -> {
            step.on(new LedgerTable(connection));
            return true;
        });
    }

    @FunctionalInterface
    private interface Step {
        void on(LedgerTable table) throws java.sql.SQLException;
    }
}
