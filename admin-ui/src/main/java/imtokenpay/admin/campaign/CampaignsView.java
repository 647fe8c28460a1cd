package imtokenpay.admin.campaign;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.campaign.ManageCampaigns;
import imtokenpay.quote.campaign.CampaignId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// The campaigns, and the way to end one.
@Named("campaigns")
@RequestScoped
public class CampaignsView {
    private final List<CampaignLine> all;
    private final String chosen;
    private final BiPredicate<CampaignId, String> end;

    /// For the container's proxy only.
    protected CampaignsView() {
        this.all = List.of();
        this.chosen = "";
        this.end = (id, who) -> false;
    }

    @Inject
    public CampaignsView(ManageCampaigns campaigns, InstantSource clock) {
        var now = clock.instant();
        this.all = campaigns.newest().stream()
                .map(line -> new CampaignLine(line, now))
                .toList();
        this.chosen = Desk.asked("campaign");
        this.end = campaigns::end;
    }

    /// The newest campaigns of all stores.
    public List<CampaignLine> all() {
        return all;
    }

    /// The id of the campaign that was chosen; empty if none was.
    public String chosen() {
        return chosen;
    }

    /// Ends the chosen campaign.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String end() {
        return CampaignId.isOne(chosen) && end.test(new CampaignId(chosen), Desk.who())
                ? "/admin/campaigns.xhtml?faces-redirect=true&decided=true"
                : Desk.stay("No campaign of that id is still to end.");
    }
}
