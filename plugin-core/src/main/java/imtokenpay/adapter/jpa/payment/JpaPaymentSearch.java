package imtokenpay.adapter.jpa.payment;

import imtokenpay.chain.Address;
import imtokenpay.money.Amount;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.list.PaymentSearch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Looks payments and transfers up, each question by the index that has its order.
@Dependent
public class JpaPaymentSearch implements PaymentSearch {
    private static final String PAYMENTS = "select p from PaymentRow p where ";
    private static final String TRANSFERS = "select t from TransferRow t where ";

    private final EntityManager entities;

    @Inject
    public JpaPaymentSearch(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<String> stores() {
        // From one store to the next by the index: reading all payments for their stores would take longer and longer.
        var stores = new ArrayList<String>();
        for (var next = storeAfter(""); next.isPresent(); next = storeAfter(next.get())) {
            stores.add(next.get());
        }
        return stores;
    }

    private Optional<String> storeAfter(String id) {
        return Optional.ofNullable(
                entities.createQuery("select min(p.storeId) from PaymentRow p where p.storeId > ?1", String.class)
                        .setParameter(1, id)
                        .getSingleResult());
    }

    @Override
    public List<Payment> paidTo(Address address, int count) {
        return entities.createQuery(
                        PAYMENTS + "p.receiver = ?1 order by p.receiver, p.openedAt desc, p.id desc", PaymentRow.class)
                .setParameter(1, address.text())
                .setMaxResults(count)
                .getResultStream()
                .map(PaymentMapping::payment)
                .toList();
    }

    @Override
    public List<Payment> due(Amount amount, int count) {
        return entities.createQuery(
                        PAYMENTS + "p.assetId = ?1 and p.due = ?2"
                                + " order by p.assetId, p.due, p.openedAt desc, p.id desc",
                        PaymentRow.class)
                .setParameter(1, amount.asset().id())
                .setParameter(2, amount.units())
                .setMaxResults(count)
                .getResultStream()
                .map(PaymentMapping::payment)
                .toList();
    }

    @Override
    public List<Payment> dueBetween(Amount low, Amount high, int count) {
        return entities.createQuery(
                        PAYMENTS + "p.assetId = ?1 and p.due between ?2 and ?3 order by p.openedAt desc, p.id desc",
                        PaymentRow.class)
                .setParameter(1, low.asset().id())
                .setParameter(2, low.units())
                .setParameter(3, high.units())
                .setMaxResults(count)
                .getResultStream()
                .map(PaymentMapping::payment)
                .toList();
    }

    @Override
    public List<Ledger.Entry> moved(Address address, int count) {
        var from = moved("t.sender = ?1 order by t.sender, t.firstSeen desc", address.text(), count);
        var to = moved("t.receiver = ?1 order by t.receiver, t.firstSeen desc", address.text(), count);
        return Stream.concat(from.stream(), to.stream())
                .distinct()
                .sorted(Comparator.comparing((TransferRow row) -> row.firstSeen).reversed())
                .limit(count)
                .map(TransferRow::entry)
                .toList();
    }

    private List<TransferRow> moved(String which, String address, int count) {
        return entities.createQuery(TRANSFERS + which, TransferRow.class)
                .setParameter(1, address)
                .setMaxResults(count)
                .getResultList();
    }

    @Override
    public List<Ledger.Entry> moved(Amount amount, int count) {
        return entities.createQuery(
                        TRANSFERS + "t.assetId = ?1 and t.units = ?2 order by t.assetId, t.units, t.firstSeen desc",
                        TransferRow.class)
                .setParameter(1, amount.asset().id())
                .setParameter(2, amount.units())
                .setMaxResults(count)
                .getResultStream()
                .map(TransferRow::entry)
                .toList();
    }
}
