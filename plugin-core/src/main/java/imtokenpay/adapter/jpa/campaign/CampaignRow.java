package imtokenpay.adapter.jpa.campaign;

import imtokenpay.money.Price;
import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.CampaignId;
import imtokenpay.quote.campaign.Conditions;
import imtokenpay.quote.campaign.Reduction;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A campaign. Only its end and what is held of its budget ever change.
@Entity
@Table(name = "campaign")
class CampaignRow {
    @Id
    String id = "";

    @Column(name = "store_id", updatable = false)
    String storeId = "";

    @Column(updatable = false)
    String name = "";

    @Column(updatable = false)
    String currency = "";

    @Column(name = "basis_points", updatable = false)
    @Nullable
    Integer basisPoints;

    @Column(name = "amount_off", updatable = false)
    @Nullable
    BigDecimal amountOff;

    @Column(updatable = false)
    String assets = "";

    @Column(name = "first_order", updatable = false)
    boolean firstOrder;

    @Column(updatable = false)
    @Nullable
    BigDecimal minimum;

    @Column(name = "begins_at", updatable = false)
    Instant beginsAt = Instant.EPOCH;

    @Column(name = "ends_at")
    @Nullable
    Instant endsAt;

    @Column(updatable = false)
    @Nullable
    BigDecimal budget;

    BigDecimal held = BigDecimal.ZERO;

    @Column(name = "created_at", updatable = false)
    Instant createdAt = Instant.EPOCH;

    @Column(name = "created_by", updatable = false)
    String createdBy = "";

    static CampaignRow of(Campaign campaign) {
        var row = new CampaignRow();
        row.id = campaign.id().text();
        row.storeId = campaign.title().storeId();
        row.name = campaign.title().name();
        row.currency = campaign.title().currency().getCurrencyCode();
        switch (campaign.reduction()) {
            case Reduction.Share(int basisPoints) -> row.basisPoints = basisPoints;
            case Reduction.Fixed(Price off) -> row.amountOff = off.value();
        }
        var conditions = campaign.conditions();
        row.assets = conditions.assetIds().stream().sorted().collect(Collectors.joining(" "));
        row.firstOrder = conditions.firstOrder();
        row.minimum = conditions.minimum().map(Price::value).orElse(null);
        row.beginsAt = conditions.span().from();
        row.endsAt = conditions.span().until().orElse(null);
        row.budget = campaign.budget().map(Price::value).orElse(null);
        return row;
    }

    Campaign campaign() {
        var money = Currency.getInstance(currency);
        var reduction = basisPoints == null
                ? new Reduction.Fixed(new Price(Objects.requireNonNull(amountOff), money))
                : new Reduction.Share(basisPoints);
        var ids = Arrays.stream(assets.split(" ")).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        var span = new Conditions.Span(beginsAt, Optional.ofNullable(endsAt));
        return new Campaign(
                new CampaignId(id),
                new Campaign.Title(storeId, name, money),
                reduction,
                new Conditions(ids, firstOrder, price(minimum, money), span),
                price(budget, money));
    }

    private static Optional<Price> price(@Nullable BigDecimal value, Currency currency) {
        return Optional.ofNullable(value).map(some -> new Price(some, currency));
    }
}
