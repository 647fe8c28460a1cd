package imtokenpay.admin.campaign;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.campaign.ManageCampaigns;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.Store;
import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.CampaignId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A new campaign. What is wrong with it is said beside the field.
@Named("newCampaign")
@RequestScoped
public class NewCampaignView {
    private final List<Store> stores;
    private final List<AcceptedAsset> accepted;
    private final BiPredicate<Campaign, String> make;
    private final Instant now;
    // Chosen when the form is first shown: a form that is sent twice makes one campaign.
    private String id;
    private String store;
    private String name = "";
    private String currency = "USD";
    private String kind = "percent";
    private String off = "";
    private List<String> assets = List.of();
    private boolean firstOrder;
    private String from = "";
    private String until = "";
    private String minimum = "";
    private String budget = "";

    /// For the container's proxy only.
    protected NewCampaignView() {
        this.stores = List.of();
        this.accepted = List.of();
        this.make = (campaign, who) -> false;
        this.now = Instant.EPOCH;
        this.id = "";
        this.store = "";
    }

    @Inject
    public NewCampaignView(ManageCampaigns campaigns, InstantSource clock) {
        this.stores = campaigns.stores();
        this.accepted = campaigns.assets();
        this.make = campaigns::make;
        this.now = clock.instant();
        this.id = campaigns.newId().text();
        this.store = stores.stream().map(Store::id).findFirst().orElse("");
    }

    /// Makes the campaign.
    ///
    /// @return the page to go on with, or null to stay with what is wrong
    public @Nullable String make() {
        if (!CampaignId.isOne(id)) {
            return Desk.stay("This form is not ours. Open the page anew.");
        }
        var outcome = reader().read(new CampaignId(id), draft());
        outcome.wrong().forEach(NewCampaignView::say);
        if (outcome.campaign().isEmpty()) {
            return Desk.stay("Nothing was made: look at the fields that say why.");
        }
        return make.test(outcome.campaign().get(), Desk.who())
                ? "/admin/campaigns.xhtml?faces-redirect=true&decided=true"
                : Desk.stay("This campaign was made already.");
    }

    private DraftReader reader() {
        return new DraftReader(
                stores.stream().map(Store::id).collect(Collectors.toSet()),
                accepted.stream().map(one -> one.asset().id()).collect(Collectors.toSet()),
                now);
    }

    private Draft draft() {
        return new Draft(
                store, name.strip(), currency.strip(), kind, off, assets, firstOrder, from, until, minimum, budget);
    }

    private static void say(String field, String why) {
        FacesContext.getCurrentInstance()
                .addMessage("make:" + field, new FacesMessage(FacesMessage.SEVERITY_ERROR, why, why));
    }

    /// The stores that it can be for.
    public List<Store> stores() {
        return stores;
    }

    /// The assets that it can be for.
    public List<AcceptedAsset> accepted() {
        return accepted;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getStore() {
        return store;
    }

    public void setStore(String store) {
        this.store = store;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getOff() {
        return off;
    }

    public void setOff(String off) {
        this.off = off;
    }

    public String[] getAssets() {
        return assets.toArray(String[]::new);
    }

    public void setAssets(String[] assets) {
        this.assets = List.of(assets);
    }

    public boolean isFirstOrder() {
        return firstOrder;
    }

    public void setFirstOrder(boolean firstOrder) {
        this.firstOrder = firstOrder;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getMinimum() {
        return minimum;
    }

    public void setMinimum(String minimum) {
        this.minimum = minimum;
    }

    public String getBudget() {
        return budget;
    }

    public void setBudget(String budget) {
        this.budget = budget;
    }
}
