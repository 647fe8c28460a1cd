package imtokenpay.admin.desk;

import imtokenpay.chain.Finality;
import imtokenpay.flow.admin.AdminDesk;
import imtokenpay.money.Asset;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/// What is accepted, and when its payments count as final.
@Named("assets")
@RequestScoped
public class AssetsView {
    private interface Rule {
        void set(Asset asset, Finality rule, String by);
    }

    private final List<AssetForm> rows;
    private final Rule finality;
    private boolean saved;

    /// For the container's proxy only.
    protected AssetsView() {
        this.rows = List.of();
        this.finality = (asset, rule, by) -> {};
    }

    @Inject
    public AssetsView(AdminDesk desk) {
        this.rows = desk.assets().stream().map(AssetForm::new).toList();
        this.finality = desk::finality;
    }

    /// The assets in the merchant's order.
    public List<AssetForm> rows() {
        return rows;
    }

    /// Saves the rules that were changed, for payments that are asked for from now on.
    ///
    /// @return this page, to be asked for anew so that a reload saves nothing twice
    public String save() {
        rows.stream().filter(AssetForm::isChanged).forEach(form -> finality.set(form.asset(), form.rule(), Desk.who()));
        return "/admin/assets.xhtml?faces-redirect=true&saved=true";
    }

    public boolean isSaved() {
        return saved;
    }

    public void setSaved(boolean saved) {
        this.saved = saved;
    }
}
