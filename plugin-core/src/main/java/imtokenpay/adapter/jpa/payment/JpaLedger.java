package imtokenpay.adapter.jpa.payment;

import imtokenpay.adapter.jpa.count.StirRow;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.PaymentId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Transfers as rows whose primary key is (chain, transaction, log), so that the database refuses a second
/// entry.
@Dependent
public class JpaLedger implements Ledger {
    private final EntityManager entities;

    @Inject
    public JpaLedger(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Entry> byId(TransferId id) {
        return Optional.ofNullable(entities.find(TransferRow.class, TransferRow.Key.of(id)))
                .map(TransferRow::entry);
    }

    @Override
    public void enter(Entry entry) {
        var row = TransferRow.of(entry);
        entities.persist(row);
        stir(row.paymentId);
    }

    @Override
    public List<Entry> ofTransaction(ChainId chain, String txHash) {
        return entities.createQuery(
                        "select t from TransferRow t where t.chain = ?1 and t.txHash = ?2 order by t.logIndex",
                        TransferRow.class)
                .setParameter(1, chain.text())
                .setParameter(2, txHash)
                .getResultStream()
                .map(TransferRow::entry)
                .toList();
    }

    @Override
    public void correct(Entry entry) {
        var row = entities.find(
                TransferRow.class, TransferRow.Key.of(entry.transfer().id()));
        var before = row.paymentId;
        row.fill(entry);
        stir(row.paymentId);
        if (!Objects.equals(before, row.paymentId)) {
            stir(before);
        }
    }

    @Override
    public void stands(TransferId id, Inclusion inclusion) {
        var row = entities.find(TransferRow.class, TransferRow.Key.of(id));
        row.stands(inclusion);
        stir(row.paymentId);
    }

    @Override
    public List<Entry> above(ChainId chain, long height) {
        return entities.createQuery(
                        "select t from TransferRow t where t.chain = ?1 and t.height > ?2 and t.included",
                        TransferRow.class)
                .setParameter(1, chain.text())
                .setParameter(2, height)
                .getResultStream()
                .map(TransferRow::entry)
                .toList();
    }

    @Override
    public List<Transfer> of(PaymentId id) {
        return entities.createQuery(
                        "select t from TransferRow t where t.paymentId = ?1 order by t.height, t.logIndex",
                        TransferRow.class)
                .setParameter(1, id.text())
                .getResultStream()
                .map(TransferRow::transfer)
                .toList();
    }

    @Override
    public List<Entry> unmatched(int count) {
        return entities.createQuery(
                        "select t from TransferRow t where t.paymentId is null order by t.firstSeen desc, t.txHash",
                        TransferRow.class)
                .setMaxResults(count)
                .getResultStream()
                .map(TransferRow::entry)
                .toList();
    }

    // Why a payment ended can change with its money alone.
    private void stir(@Nullable String paymentId) {
        Optional.ofNullable(paymentId)
                .map(id -> entities.find(PaymentRow.class, id))
                .ifPresent(payment -> StirRow.note(entities, payment.storeId, payment.openedAt));
    }
}
