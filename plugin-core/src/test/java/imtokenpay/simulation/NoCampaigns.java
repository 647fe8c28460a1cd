package imtokenpay.simulation;

import imtokenpay.flow.campaign.TakeDiscount;
import imtokenpay.flow.request.QuoteOrder;
import imtokenpay.quote.Rates;
import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.CampaignId;
import imtokenpay.quote.campaign.Campaigns;
import imtokenpay.quote.campaign.Discount;
import imtokenpay.quote.campaign.Discounts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A merchant who takes nothing off.
final class NoCampaigns implements Campaigns, Discounts {
    /// The step that quotes whole prices.
    static QuoteOrder quotes(Rates rates, InstantSource clock) {
        var none = new NoCampaigns();
        return new QuoteOrder(rates, new TakeDiscount(none, none, clock), clock);
    }

    @Override
    public boolean add(Campaign campaign, Instant at, String by) {
        return false;
    }

    @Override
    public boolean end(CampaignId id, Instant at) {
        return false;
    }

    @Override
    public List<Campaign> running(String storeId, Instant now) {
        return List.of();
    }

    @Override
    public List<Campaign> offered(String storeId, Instant now) {
        return List.of();
    }

    @Override
    public List<Line> newest(int count) {
        return List.of();
    }

    @Override
    public Optional<Campaign> byId(CampaignId id) {
        return Optional.empty();
    }

    @Override
    public boolean hasPaid(Customer customer) {
        return false;
    }

    @Override
    public boolean takeFirst(Customer customer, String paymentId) {
        return false;
    }

    @Override
    public void leaveFirst(String paymentId) {}

    @Override
    public boolean take(Campaign campaign, Discount discount, String paymentId) {
        return false;
    }
}
