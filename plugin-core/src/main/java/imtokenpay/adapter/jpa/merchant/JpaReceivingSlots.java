package imtokenpay.adapter.jpa.merchant;

import imtokenpay.chain.Address;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.money.ChainId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Slots as rows whose primary key is the slot itself, so that the database refuses a second lease.
@Dependent
public class JpaReceivingSlots implements ReceivingSlots {
    private final EntityManager entities;

    @Inject
    public JpaReceivingSlots(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean lease(ReceivingSlot slot, String paymentId, Instant until) {
        // Not persist(): a refused insert must leave the transaction usable for the next try.
        var inserted = of(
                        slot,
                        "insert into receiving_slot (asset_id, receiver, units, payment_id, leased_until)"
                                + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                .setParameter(4, paymentId)
                .setParameter(5, until)
                .executeUpdate();
        return inserted == 1;
    }

    @Override
    public Optional<String> holder(ReceivingSlot slot) {
        List<?> holders = of(
                        slot,
                        "select payment_id from receiving_slot where asset_id = ?1 and receiver = ?2 and units = ?3")
                .getResultList();
        return holders.stream().map(String.class::cast).findFirst();
    }

    @Override
    public Set<Address> receivers(ChainId chain) {
        List<?> receivers = entities.createNativeQuery(
                        "select distinct receiver from receiving_slot where asset_id like ?1")
                .setParameter(1, assetsOf(chain))
                .getResultList();
        return receivers.stream().map(text -> new Address((String) text)).collect(Collectors.toSet());
    }

    @Override
    public boolean areLeasedAfter(ChainId chain, Instant moment) {
        return !entities.createNativeQuery("select 1 from receiving_slot where leased_until > ?2 and asset_id like ?1")
                .setParameter(1, assetsOf(chain))
                .setParameter(2, moment)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public void releaseDue(Instant before) {
        entities.createNativeQuery("delete from receiving_slot where leased_until < ?1")
                .setParameter(1, before)
                .executeUpdate();
    }

    // An asset's id begins with its chain's, and a chain's id may hold what is a wildcard to a database.
    private static String assetsOf(ChainId chain) {
        return chain.text().replace("_", "\\_") + "/%";
    }

    private Query of(ReceivingSlot slot, String statement) {
        return entities.createNativeQuery(statement)
                .setParameter(1, slot.amount().asset().id())
                .setParameter(2, slot.receiver().text())
                .setParameter(3, new BigDecimal(slot.amount().units()));
    }
}
