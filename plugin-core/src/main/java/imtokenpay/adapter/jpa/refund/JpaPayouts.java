package imtokenpay.adapter.jpa.refund;

import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.ChainId;
import imtokenpay.refund.Payouts;
import imtokenpay.refund.RefundId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/// Payouts as rows whose primary key is (chain, transaction, log): one transfer pays one refund.
@Dependent
public class JpaPayouts implements Payouts {
    private final EntityManager entities;

    @Inject
    public JpaPayouts(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Payout> byId(TransferId id) {
        return Optional.ofNullable(entities.find(PayoutRow.class, PayoutRow.Key.of(id)))
                .map(PayoutRow::payout);
    }

    @Override
    public List<Payout> ofTransaction(ChainId chain, String txHash) {
        return entities.createQuery(
                        "select p from PayoutRow p where p.chain = ?1 and p.txHash = ?2 order by p.logIndex",
                        PayoutRow.class)
                .setParameter(1, chain.text())
                .setParameter(2, txHash)
                .getResultStream()
                .map(PayoutRow::payout)
                .toList();
    }

    @Override
    public void enter(Payout payout) {
        var id = payout.transfer().id();
        var known = entities.find(PayoutRow.class, PayoutRow.Key.of(id));
        var row = known == null ? PayoutRow.of(id) : known;
        row.fill(payout);
        entities.persist(row);
    }

    @Override
    public void stands(TransferId id, Inclusion inclusion) {
        entities.find(PayoutRow.class, PayoutRow.Key.of(id)).stands(inclusion);
    }

    @Override
    public List<Payout> above(ChainId chain, long height) {
        return entities.createQuery(
                        "select p from PayoutRow p where p.chain = ?1 and p.height > ?2 and p.included",
                        PayoutRow.class)
                .setParameter(1, chain.text())
                .setParameter(2, height)
                .getResultStream()
                .map(PayoutRow::payout)
                .toList();
    }

    @Override
    public List<Transfer> of(RefundId id) {
        return entities.createQuery(
                        "select p from PayoutRow p where p.refundId = ?1 order by p.height, p.txHash, p.logIndex",
                        PayoutRow.class)
                .setParameter(1, id.text())
                .getResultStream()
                .map(PayoutRow::transfer)
                .toList();
    }
}
