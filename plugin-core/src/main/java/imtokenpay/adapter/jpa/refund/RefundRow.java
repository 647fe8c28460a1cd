package imtokenpay.adapter.jpa.refund;

import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.payment.PaymentId;
import imtokenpay.refund.Destination;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.RefundState;
import imtokenpay.refund.Refunds.Call;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A refund. Its addresses stand in rows of their own.
@Entity
@Table(name = "refund")
class RefundRow {
    @Id
    String id = "";

    @Column(name = "payment_id", updatable = false)
    String paymentId = "";

    @Column(updatable = false)
    String chain = "";

    @Column(name = "asset_id", updatable = false)
    String assetId = "";

    @Column(updatable = false)
    String symbol = "";

    @Column(updatable = false)
    int decimals;

    @Column(updatable = false)
    BigInteger units = BigInteger.ZERO;

    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt = Instant.EPOCH;

    @Column(name = "recorded_by", updatable = false)
    String recordedBy = "";

    @Column(updatable = false)
    String reason = "";

    @Column(updatable = false)
    String idempotency = "";

    @Column(name = "request_hash", updatable = false)
    String requestHash = "";

    String state = "";
    Instant since = Instant.EPOCH;

    static RefundRow of(Refund refund, Call call) {
        var asset = refund.amount().asset();
        var row = new RefundRow();
        row.id = refund.id().text();
        row.paymentId = refund.paymentId().text();
        row.chain = asset.chain().text();
        row.assetId = asset.id();
        row.symbol = asset.symbol();
        row.decimals = asset.decimals();
        row.units = refund.amount().units();
        row.recordedAt = refund.origin().recordedAt();
        row.recordedBy = refund.origin().by();
        row.reason = refund.origin().reason();
        row.idempotency = call.key();
        row.requestHash = call.requestHash();
        row.state = refund.state().word();
        row.since = refund.standing().since();
        return row;
    }

    Refund refund(List<Destination> destinations) {
        return new Refund(
                new RefundId(id),
                new Refund.Origin(new PaymentId(paymentId), recordedAt, recordedBy, reason),
                new Amount(units, new Asset(assetId, symbol, decimals)),
                destinations,
                new Refund.Standing(RefundState.valueOf(state.toUpperCase(Locale.ROOT)), since));
    }
}
