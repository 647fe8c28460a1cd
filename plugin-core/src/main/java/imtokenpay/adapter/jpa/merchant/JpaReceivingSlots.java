package imtokenpay.adapter.jpa.merchant;

import imtokenpay.adapter.jpa.Visible;
import imtokenpay.chain.Address;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.merchant.ReceivingSlot.Takes;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Slots as rows whose primary key is the slot itself, so that the database refuses a second lease, and whose foreign
/// key is the use of their address, so that it refuses an amount where any amount is leased. A slot of any amount has 0
/// units.
@Dependent
public class JpaReceivingSlots implements ReceivingSlots {
    private static final int RELEASED_MAX = 1_000;

    private final EntityManager entities;

    @Inject
    public JpaReceivingSlots(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean lease(ReceivingSlot slot, String paymentId, Instant until) {
        var wanted = use(slot.takes());
        var before = known(slot.asset(), slot.receiver());
        if (before.isEmpty()) {
            firstUse(slot, wanted);
        }
        var known = before.orElseGet(() -> Visible.read("an address", () -> known(slot.asset(), slot.receiver())));
        if (known.use() != wanted) {
            return false;
        }
        // Not persist(): a refused insert must leave the transaction usable for the next try.
        var inserted = entities.createNativeQuery(
                        "insert into receiving_slot (asset_id, receiver, units, payment_id, leased_until, exclusive)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing")
                .setParameter(1, slot.asset().id())
                .setParameter(2, slot.receiver().text())
                .setParameter(3, new BigDecimal(units(slot.takes())))
                .setParameter(4, paymentId)
                .setParameter(5, until)
                .setParameter(6, wanted == Use.EXCLUSIVE)
                .executeUpdate();
        if (inserted == 1 && !known.isNumbered()) {
            number(slot);
        }
        return inserted == 1;
    }

    @Override
    public Optional<String> holder(Address receiver, Amount came) {
        // The exact amount before any: 0 units are the least.
        List<?> holders = entities.createNativeQuery(
                        "select payment_id from receiving_slot where asset_id = ?1 and receiver = ?2"
                                + " and (units = ?3 or exclusive) order by units desc")
                .setParameter(1, came.asset().id())
                .setParameter(2, receiver.text())
                .setParameter(3, new BigDecimal(came.units()))
                .getResultList();
        return holders.stream().map(String.class::cast).findFirst();
    }

    @Override
    public Optional<Use> use(Asset asset, Address address) {
        return known(asset, address).map(Known::use);
    }

    // What an address has been used for, and whether it has a number.
    private record Known(Use use, boolean isNumbered) {}

    private Optional<Known> known(Asset asset, Address address) {
        List<?> rows = entities.createNativeQuery("select exclusive, shown is not null from receiving_address"
                        + " where asset_id = ?1 and receiver = ?2")
                .setParameter(1, asset.id())
                .setParameter(2, address.text())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Known((Boolean) row[0] ? Use.EXCLUSIVE : Use.SHARED, (Boolean) row[1]))
                .findFirst();
    }

    @Override
    public Set<Address> exclusive(Asset asset) {
        List<?> receivers = entities.createNativeQuery(
                        "select receiver from receiving_slot where asset_id = ?1 and exclusive")
                .setParameter(1, asset.id())
                .getResultList();
        return addresses(receivers);
    }

    @Override
    public Set<Address> receivers(ChainId chain) {
        List<?> receivers = entities.createNativeQuery(
                        "select distinct receiver from receiving_slot where asset_id like ?1")
                .setParameter(1, assetsOf(chain))
                .getResultList();
        return addresses(receivers);
    }

    @Override
    public long shown(ChainId chain) {
        List<?> newest = entities.createNativeQuery("select newest from shown_count where chain_id = ?1")
                .setParameter(1, chain.text())
                .getResultList();
        return newest.isEmpty() ? 0 : ((Number) newest.getFirst()).longValue();
    }

    @Override
    public Set<Address> shownAfter(ChainId chain, long number) {
        List<?> receivers = entities.createNativeQuery(
                        "select receiver from receiving_address where shown > ?2 and asset_id like ?1")
                .setParameter(1, assetsOf(chain))
                .setParameter(2, number)
                .getResultList();
        return addresses(receivers);
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
    public void releaseDue(ChainId chain, Instant before) {
        // The empty text keeps a database from going through all slots of the chain, instead of by the moment's index.
        List<?> due = entities.createNativeQuery("select asset_id, receiver, units from receiving_slot"
                        + " where leased_until < ?2 and asset_id || '' like ?1")
                .setParameter(1, assetsOf(chain))
                .setParameter(2, before)
                .setMaxResults(RELEASED_MAX)
                .getResultList();
        for (var row : due) {
            var slot = (Object[]) row;
            entities.createNativeQuery(
                            "delete from receiving_slot where asset_id = ?1 and receiver = ?2 and units = ?3")
                    .setParameter(1, slot[0])
                    .setParameter(2, slot[1])
                    .setParameter(3, slot[2])
                    .executeUpdate();
        }
    }

    // An asset's id begins with its chain's, and a chain's id may hold what is a wildcard to a database.
    private static String assetsOf(ChainId chain) {
        return chain.text().replace("_", "\\_") + "/%";
    }

    // The count's row stays locked until the commit: hence as the last thing of a lease.
    private void number(ReceivingSlot slot) {
        var chain = slot.asset().chain();
        entities.createNativeQuery("insert into shown_count (chain_id, newest) values (?1, 0) on conflict do nothing")
                .setParameter(1, chain.text())
                .executeUpdate();
        entities.createNativeQuery("update shown_count set newest = newest + 1 where chain_id = ?1")
                .setParameter(1, chain.text())
                .executeUpdate();
        entities.createNativeQuery("update receiving_address set shown = ?3 where asset_id = ?1 and receiver = ?2")
                .setParameter(1, slot.asset().id())
                .setParameter(2, slot.receiver().text())
                .setParameter(3, shown(chain))
                .executeUpdate();
    }

    private void firstUse(ReceivingSlot slot, Use use) {
        entities.createNativeQuery("insert into receiving_address (asset_id, receiver, exclusive)"
                        + " values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, slot.asset().id())
                .setParameter(2, slot.receiver().text())
                .setParameter(3, use == Use.EXCLUSIVE)
                .executeUpdate();
    }

    private static Set<Address> addresses(List<?> texts) {
        return texts.stream().map(text -> new Address((String) text)).collect(Collectors.toSet());
    }

    private static Use use(Takes takes) {
        return switch (takes) {
            case Takes.Exactly exactly -> Use.SHARED;
            case Takes.Any any -> Use.EXCLUSIVE;
        };
    }

    private static BigInteger units(Takes takes) {
        return switch (takes) {
            case Takes.Exactly(BigInteger units) -> units;
            case Takes.Any any -> BigInteger.ZERO;
        };
    }
}
