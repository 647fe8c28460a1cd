package imtokenpay.flow.campaign;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.payment.PaymentId;
import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.CampaignId;
import imtokenpay.quote.campaign.Campaigns;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes campaigns, ends them, and tells which run.
@UseCase
public class ManageCampaigns {
    private static final int SHOWN_MAX = 200;

    private final Campaigns campaigns;
    private final Choice choice;
    private final AuditTrail audit;
    private final RandomGenerator random;
    private final InstantSource clock;

    /// What a campaign can be for.
    public record Choice(Stores stores, AcceptedAssets assets) {}

    @Inject
    public ManageCampaigns(
            Campaigns campaigns, Choice choice, AuditTrail audit, RandomGenerator random, InstantSource clock) {
        this.campaigns = campaigns;
        this.choice = choice;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /// An id for a campaign that is to be made, so that a form that is sent twice makes one.
    public CampaignId newId() {
        return new CampaignId(PaymentId.random(random).text().replaceFirst("pay_", "cmp_"));
    }

    /// The stores that can have campaigns.
    public List<Store> stores() {
        return choice.stores.all();
    }

    /// The assets that a campaign can be for.
    public List<AcceptedAsset> assets() {
        return choice.assets.all();
    }

    /// The newest campaigns of all stores.
    public List<Campaigns.Line> newest() {
        return campaigns.newest(SHOWN_MAX);
    }

    /// The campaigns of a store that run now and have something left.
    public List<Campaign> running(String storeId) {
        return campaigns.offered(storeId, clock.instant());
    }

    /// Makes a campaign.
    ///
    /// @param by who wants it
    /// @return false when one of that id was made before
    public boolean make(Campaign campaign, String by) {
        var made = campaigns.add(campaign, clock.instant(), by);
        if (made) {
            audit.add(Deed.of(
                    by,
                    Action.CAMPAIGN_MADE,
                    campaign.id().text(),
                    "for store " + campaign.title().storeId() + ": "
                            + campaign.title().name()));
        }
        return made;
    }

    /// Ends a campaign: payments that are asked for from now on pay the whole price, those that were keep theirs.
    ///
    /// @param by who wants it
    /// @return whether it was to last longer
    public boolean end(CampaignId id, String by) {
        var ended = campaigns.end(id, clock.instant());
        if (ended) {
            audit.add(Deed.of(by, Action.CAMPAIGN_ENDED, id.text(), ""));
        }
        return ended;
    }
}
