package imtokenpay.admin.campaign;

import imtokenpay.admin.desk.Words;
import imtokenpay.money.Price;
import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.Campaigns;
import imtokenpay.quote.campaign.Reduction;
import java.math.BigDecimal;
import java.time.Instant;

/// A campaign, as one line.
public final class CampaignLine {
    private final Campaigns.Line line;
    private final Campaign campaign;
    private final Instant now;

    CampaignLine(Campaigns.Line line, Instant now) {
        this.line = line;
        this.campaign = line.campaign();
        this.now = now;
    }

    /// Its name among campaigns.
    public String id() {
        return campaign.id().text();
    }

    /// What shoppers read.
    public String name() {
        return campaign.title().name();
    }

    /// The store's id.
    public String store() {
        return campaign.title().storeId();
    }

    /// What is taken off.
    public String off() {
        return switch (campaign.reduction()) {
            case Reduction.Share share -> share.percent() + " %";
            case Reduction.Fixed(Price off) -> off.toString();
        };
    }

    /// For whom and for what.
    public String conditions() {
        var conditions = campaign.conditions();
        var assets = conditions.assetIds().isEmpty()
                ? "any asset"
                : String.join(", ", conditions.assetIds().stream().sorted().toList());
        return (conditions.firstOrder() ? "first orders, " : "")
                + campaign.title().currency()
                + conditions
                        .minimum()
                        .map(least -> " from " + least.value().toPlainString())
                        .orElse("")
                + ", " + assets;
    }

    /// Since when.
    public String from() {
        return Words.moment(campaign.conditions().span().from());
    }

    /// Until when.
    public String until() {
        return campaign.conditions().span().until().map(Words::moment).orElse("open end");
    }

    /// What payments that are open or paid have taken.
    public String used() {
        return written(line.usage().held()) + " in " + line.usage().payments();
    }

    /// What was paid at the lower price after that was given back; empty if nothing was.
    public String late() {
        return line.usage().late().signum() == 0 ? "" : written(line.usage().late());
    }

    /// What is left of the budget.
    public String left() {
        return campaign.budget()
                .map(budget -> written(line.usage().left(budget)) + " of "
                        + budget.value().toPlainString())
                .orElse("no bound");
    }

    /// Whether it can be ended.
    public boolean isEndable() {
        return campaign.conditions()
                .span()
                .until()
                .filter(end -> !now.isBefore(end))
                .isEmpty();
    }

    /// Where it stands.
    public String state() {
        if (!isEndable()) {
            return "ended";
        }
        if (now.isBefore(campaign.conditions().span().from())) {
            return "to come";
        }
        return line.isUsedUp() ? "used up" : "running";
    }

    private String written(BigDecimal amount) {
        return amount.setScale(campaign.title().currency().getDefaultFractionDigits())
                .toPlainString();
    }
}
