package imtokenpay.adapter.jpa.payment;

import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.books.Postings;
import imtokenpay.payment.books.TrialBalance;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The trial balances, summed by the database. One statement, so that all sums are of one moment.
final class Balances {
    private static final String SUMS = "select 'in', t.asset_id, min(t.symbol), min(t.decimals), p.status,"
            + " sum(t.units), 0 from transfer t left join payment p on p.id = t.payment_id"
            + " where t.included group by t.asset_id, p.status"
            + " union all select 'for', p.asset_id, min(p.symbol), min(p.decimals), 'settled', sum(p.due),"
            + " sum(p.surplus) from payment p where p.status = 'settled' group by p.asset_id"
            + " union all select 'out', w.asset_id, min(w.symbol), min(w.decimals), null, sum(w.units), 0"
            + " from payout w where w.included group by w.asset_id";

    private Balances() {}

    static List<TrialBalance> of(EntityManager entities) {
        var postings = new Postings();
        List<?> rows = entities.createNativeQuery(SUMS).getResultList();
        rows.stream().map(Object[].class::cast).forEach(row -> post(postings, row));
        return postings.balances();
    }

    private static void post(Postings postings, Object[] row) {
        var asset = new Asset((String) row[1], (String) row[2], ((Number) row[3]).intValue());
        var sum = amount(row[5], asset);
        switch ((String) row[0]) {
            case "in" -> postings.cameIn(status((String) row[4]), sum);
            case "for" -> postings.settled(sum, amount(row[6], asset));
            case "out" -> postings.wentBack(sum);
            default -> throw new IllegalStateException("sums of nothing that was asked for: " + row[0]);
        }
    }

    private static Optional<PaymentStatus> status(@Nullable String word) {
        return Optional.ofNullable(word).map(some -> PaymentStatus.valueOf(some.toUpperCase(Locale.ROOT)));
    }

    private static Amount amount(Object number, Asset asset) {
        return new Amount(new BigDecimal(number.toString()).toBigIntegerExact(), asset);
    }
}
