package imtokenpay.store.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;

import imtokenpay.flow.audit.AuditRow;
import imtokenpay.payment.list.PaymentCursor;
import imtokenpay.payment.list.PaymentFilter;
import imtokenpay.payment.list.PaymentPage;
import imtokenpay.store.Shelf;
import imtokenpay.store.StoreDatabase;
import imtokenpay.store.Transactions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/// What every contract begins with: collections that hold nothing yet.
public abstract class StoreContract {
    private Shelf current;

    /// The database that the collections under test are in.
    protected abstract StoreDatabase database();

    @BeforeEach
    void begin_with_nothing() {
        current = database().emptied().shelf();
    }

    final Shelf shelf() {
        return current;
    }

    /// Asks within a transaction of its own.
    final <T, X extends Exception> T ask(Transactions.Work<T, X> work) throws X {
        return current.transactions().in(work);
    }

    /// Does something within a transaction of its own.
    final <X extends Exception> void commit(Transactions.Step<X> step) throws X {
        current.transactions().run(step);
    }

    /// Does something, and rolls it back.
    final void rollBack(Transactions.Step<RuntimeException> step) {
        try {
            current.transactions().run(() -> {
                step.run();
                throw new ChangedMind();
            });
        } catch (ChangedMind expected) {
            // That is what rolled it back.
        }
    }

    /// Who did what to what and how, as the audit log has it, oldest first.
    final List<String> deeds() {
        return ask(() -> shelf().audit().after(0, 1_000)).stream()
                .map(AuditRow::deed)
                .map(deed -> String.join(" | ", deed.by(), deed.action(), deed.subject(), deed.detail()))
                .toList();
    }

    /// How many payments store `books` has; a hundred at most.
    final int paymentsKept() {
        var pages = shelf().money().lists().pages();
        var page = ask(() -> pages.page(PaymentFilter.all("books"), PaymentCursor.newest(), PaymentPage.PAYMENTS_MAX));
        assertFalse(page.hasMore(), "more than a page");
        return page.payments().size();
    }

    private static final class ChangedMind extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
