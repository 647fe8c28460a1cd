package imtokenpay.adapter.jpa.campaign;

import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.Discount;
import imtokenpay.quote.campaign.Discounts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// What is taken, as rows. Whoever takes from a budget holds the campaign's row until the commit; whoever gives back
/// touches only the payment's own rows and so never waits for, nor holds up, a payment that is being asked for.
@Dependent
public class JpaDiscounts implements Discounts {
    // What is not added again at once is added by the next one.
    private static final int GIVEN_BACK_MAX = 500;

    private final EntityManager entities;

    @Inject
    public JpaDiscounts(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean hasPaid(Customer customer) {
        return !entities.createNativeQuery("select 1 from payment where store_id = ?1 and customer_reference = ?2"
                        + " and status in ('settled', 'reversed')")
                .setParameter(1, customer.storeId())
                .setParameter(2, customer.reference())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    @Override
    public boolean takeFirst(Customer customer, String paymentId) {
        return entities.createNativeQuery("insert into first_order (store_id, customer, payment_id)"
                                + " values (?1, ?2, ?3) on conflict do nothing")
                        .setParameter(1, customer.storeId())
                        .setParameter(2, hashed(customer.reference()))
                        .setParameter(3, paymentId)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void leaveFirst(String paymentId) {
        entities.createNativeQuery("delete from first_order where payment_id = ?1")
                .setParameter(1, paymentId)
                .executeUpdate();
    }

    @Override
    public boolean take(Campaign campaign, Discount discount, String paymentId) {
        var amount = discount.amount().value();
        if (campaign.budget().isPresent() && !isWithinBudget(campaign, amount)) {
            return false;
        }
        entities.createNativeQuery("insert into discount_hold (payment_id, campaign_id, amount, given_back)"
                        + " values (?1, ?2, ?3, false)")
                .setParameter(1, paymentId)
                .setParameter(2, campaign.id().text())
                .setParameter(3, amount)
                .executeUpdate();
        return true;
    }

    private boolean isWithinBudget(Campaign campaign, BigDecimal amount) {
        var budget = campaign.budget().orElseThrow().value();
        var row = entities.find(CampaignRow.class, campaign.id().text());
        entities.flush();
        entities.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        row.held = row.held.subtract(addedAgain(row.id));
        var after = row.held.add(amount);
        if (after.compareTo(budget) > 0) {
            return false;
        }
        row.held = after;
        return true;
    }

    // Nobody else adds again meanwhile: the campaign's row is locked.
    private BigDecimal addedAgain(String campaignId) {
        List<?> rows = entities.createNativeQuery(
                        "select payment_id, amount from discount_hold where campaign_id = ?1 and given_back")
                .setParameter(1, campaignId)
                .setMaxResults(GIVEN_BACK_MAX)
                .getResultList();
        var sum = BigDecimal.ZERO;
        for (var any : rows) {
            var row = (Object[]) any;
            entities.createNativeQuery("delete from discount_hold where payment_id = ?1")
                    .setParameter(1, row[0])
                    .executeUpdate();
            sum = sum.add((BigDecimal) row[1]);
        }
        return sum;
    }

    private static String hashed(String reference) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(reference.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
