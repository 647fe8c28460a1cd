package imtokenpay.adapter.jpa.payment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A payment. [PaymentMapping] turns it into the domain's payment and back.
@Entity
@Table(name = "payment")
class PaymentRow {
    @Id
    String id = "";

    @Version
    long version;

    @Column(name = "store_id")
    String storeId = "";

    @Column(name = "order_ref")
    String orderRef = "";

    @Column(name = "client_reference")
    String clientReference = "";

    @Column(name = "customer_reference")
    String customerReference = "";

    String description = "";

    @Column(name = "return_url")
    String returnUrl = "";

    BigDecimal price = BigDecimal.ZERO;
    String currency = "";

    @Column(name = "campaign_id", updatable = false)
    @Nullable
    String campaignId;

    @Column(name = "campaign_name", updatable = false)
    String campaignName = "";

    @Column(name = "first_order", updatable = false)
    boolean firstOrder;

    @Column(updatable = false)
    BigDecimal discount = BigDecimal.ZERO;

    String chain = "";

    @Column(name = "asset_id")
    String assetId = "";

    String symbol = "";
    int decimals;
    BigDecimal rate = BigDecimal.ZERO;

    @Column(name = "rate_said")
    String rateSaid = "";

    BigInteger quoted = BigInteger.ZERO;

    @Column(name = "quoted_at")
    Instant quotedAt = Instant.EPOCH;

    String receiver = "";
    BigInteger due = BigInteger.ZERO;

    @Column(name = "opened_at")
    Instant openedAt = Instant.EPOCH;

    Instant deadline = Instant.EPOCH;
    int confirmations;
    boolean finalized;
    String decision = "";

    @Column(name = "decided_at")
    @Nullable
    Instant decidedAt;

    @Column(name = "decided_over")
    @Nullable
    BigInteger decidedOver;

    String status = "";
    long sequence;
    BigInteger surplus = BigInteger.ZERO;

    // Written by SettledMoment alone.
    @Column(name = "settled_at", insertable = false, updatable = false)
    @Nullable
    Instant settledAt;

    @Column(name = "updated_at")
    Instant updatedAt = Instant.EPOCH;
}
