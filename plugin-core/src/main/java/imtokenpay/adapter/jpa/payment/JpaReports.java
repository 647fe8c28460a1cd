package imtokenpay.adapter.jpa.payment;

import imtokenpay.chain.Transfer;
import imtokenpay.flow.report.Line;
import imtokenpay.flow.report.Place;
import imtokenpay.flow.report.Reports;
import imtokenpay.flow.report.Span;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.payment.books.TrialBalance;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reports out of the rows of the facts. A page begins where the one before ended, by an index in its order.
@Dependent
public class JpaReports implements Reports {
    private static final String SETTLED =
            "select p from PaymentRow p where p.settledAt >= :from and p.settledAt < :until"
                    + " and p.status in ('settled', 'reversed')%s and (p.settledAt > :at or p.id > :id)"
                    + " order by p.settledAt, p.id";
    private static final String IN_PLACE = " and (t.blockTime > :at or"
            + " concat(t.chain, '/', t.txHash, '/', cast(t.logIndex as string)) > :id)"
            + " order by t.blockTime, concat(t.chain, '/', t.txHash, '/', cast(t.logIndex as string))";
    private static final String LOOSE = "select t, p from TransferRow t left join PaymentRow p on p.id = t.paymentId"
            + " where t.included and t.blockTime >= :from and t.blockTime < :until"
            + " and (p.status is null or p.status <> 'settled')%s" + IN_PLACE;
    private static final String SUMS = "select p.storeId, p.assetId, p.symbol, p.decimals, p.currency, count(p),"
            + " sum(p.due), sum(p.surplus), sum(p.price), sum(p.discount) from PaymentRow p"
            + " where p.settledAt >= :from and p.settledAt < :until and p.status = 'settled'%s"
            + " and p.assetId not in (select a.id from AssetRow a where a.test)"
            + " group by p.storeId, p.assetId, p.symbol, p.decimals, p.currency"
            + " order by p.storeId, p.assetId, p.currency";

    private final EntityManager entities;

    @Inject
    public JpaReports(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void complete() {
        SettledMoment.complete(entities);
    }

    @Override
    public List<Line.Settled> settled(Span span, Place after, int count) {
        var rows = page(SETTLED, PaymentRow.class, span, after, count);
        var ids = rows.stream().map(row -> row.id).toList();
        var transfers = transfers(ids);
        var refunded = refunded(ids);
        var play = playMoney();
        return rows.stream()
                .map(row -> new Line.Settled(
                        PaymentMapping.payment(row),
                        Objects.requireNonNull(row.settledAt),
                        transfers.getOrDefault(row.id, List.of()),
                        amount(refunded.get(row.id), asset(row)),
                        play.contains(row.assetId)))
                .toList();
    }

    @Override
    public List<Line.Loose> loose(Span span, Place after, int count) {
        var rows = page(LOOSE, Object[].class, span, after, count);
        var refunded = refunded(rows.stream()
                .map(row -> row[1])
                .filter(Objects::nonNull)
                .map(payment -> ((PaymentRow) payment).id)
                .collect(Collectors.toSet()));
        var play = playMoney();
        return rows.stream()
                .map(row -> {
                    var transfer = ((TransferRow) row[0]).transfer();
                    var payment = Optional.ofNullable((PaymentRow) row[1]);
                    return new Line.Loose(
                            transfer,
                            payment.map(PaymentMapping::payment),
                            amount(
                                    payment.map(one -> refunded.get(one.id)).orElse(null),
                                    transfer.amount().asset()),
                            play.contains(transfer.amount().asset().id()));
                })
                .toList();
    }

    @Override
    public List<Line.Sum> sums(Span span) {
        return spanned(SUMS, Object[].class, span)
                .getResultStream()
                .map(JpaReports::sum)
                .toList();
    }

    @Override
    public List<TrialBalance> balances() {
        return Balances.of(entities);
    }

    private <T> List<T> page(String question, Class<T> type, Span span, Place after, int count) {
        return spanned(question, type, span)
                .setParameter("from", after.at().isAfter(span.from()) ? after.at() : span.from())
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setMaxResults(count)
                .getResultList();
    }

    private <T> TypedQuery<T> spanned(String question, Class<T> type, Span span) {
        var ofStore = span.storeId().isPresent() ? " and p.storeId = :store" : "";
        var query = entities.createQuery(question.formatted(ofStore), type)
                .setParameter("from", span.from())
                .setParameter("until", span.until());
        span.storeId().ifPresent(store -> query.setParameter("store", store));
        return query;
    }

    private Map<String, List<Transfer>> transfers(Collection<String> ids) {
        return entities.createQuery(
                        "select t from TransferRow t where t.paymentId in ?1 and t.included"
                                + " order by t.height, t.logIndex",
                        TransferRow.class)
                .setParameter(1, ids)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.paymentId),
                        Collectors.mapping(TransferRow::transfer, Collectors.toList())));
    }

    private Map<String, BigInteger> refunded(Collection<String> ids) {
        return entities.createQuery(
                        "select r.paymentId, sum(w.units) from PayoutRow w join RefundRow r on r.id = w.refundId"
                                + " where r.paymentId in ?1 and w.included group by r.paymentId",
                        Object[].class)
                .setParameter(1, ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (BigInteger) row[1]));
    }

    private Set<String> playMoney() {
        return new HashSet<>(entities.createQuery("select a.id from AssetRow a where a.test", String.class)
                .getResultList());
    }

    private static Line.Sum sum(Object[] row) {
        var asset = new Asset((String) row[1], (String) row[2], (Integer) row[3]);
        var received = new Amount(((BigInteger) row[6]).add((BigInteger) row[7]), asset);
        var currency = Currency.getInstance((String) row[4]);
        var money = new Line.Sum.Money(currency, (BigDecimal) row[8], (BigDecimal) row[9]);
        return new Line.Sum((String) row[0], asset, (Long) row[5], received, money);
    }

    private static Asset asset(PaymentRow row) {
        return new Asset(row.assetId, row.symbol, row.decimals);
    }

    private static Amount amount(@Nullable BigInteger units, Asset asset) {
        return new Amount(units == null ? BigInteger.ZERO : units, asset);
    }
}
