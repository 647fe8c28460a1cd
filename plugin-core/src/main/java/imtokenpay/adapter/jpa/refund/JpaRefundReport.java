package imtokenpay.adapter.jpa.refund;

import imtokenpay.flow.report.Line;
import imtokenpay.flow.report.Place;
import imtokenpay.flow.report.RefundReport;
import imtokenpay.flow.report.Span;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/// What went back, out of the rows of payouts. A page begins where the one before ended.
@Dependent
public class JpaRefundReport implements RefundReport {
    private static final String WHERE = "concat(w.chain, '/', w.txHash, '/', cast(w.logIndex as string))";
    private static final String LINES = "select w, r, p.storeId, p.orderRef, p.rate, p.currency from PayoutRow w"
            + " join RefundRow r on r.id = w.refundId join PaymentRow p on p.id = r.paymentId"
            + " where w.included and w.blockTime >= :from and w.blockTime < :until%s"
            + " and (w.blockTime > :at or " + WHERE + " > :id) order by w.blockTime, " + WHERE;

    private final EntityManager entities;

    @Inject
    public JpaRefundReport(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<Line.Refunded> refunded(Span span, Place after, int count) {
        var ofStore = span.storeId().isPresent() ? " and p.storeId = :store" : "";
        var query = entities.createQuery(LINES.formatted(ofStore), Object[].class)
                .setParameter("from", after.at().isAfter(span.from()) ? after.at() : span.from())
                .setParameter("until", span.until())
                .setParameter("at", after.at())
                .setParameter("id", after.id())
                .setMaxResults(count);
        span.storeId().ifPresent(store -> query.setParameter("store", store));
        return query.getResultStream().map(JpaRefundReport::line).toList();
    }

    private static Line.Refunded line(Object[] row) {
        var refund = (RefundRow) row[1];
        var reason = new Line.Refunded.Reason(
                refund.id,
                refund.paymentId,
                (String) row[2],
                (String) row[3],
                refund.state,
                refund.recordedBy,
                refund.reason,
                (BigDecimal) row[4],
                Currency.getInstance((String) row[5]));
        return new Line.Refunded(((PayoutRow) row[0]).transfer(), reason);
    }
}
