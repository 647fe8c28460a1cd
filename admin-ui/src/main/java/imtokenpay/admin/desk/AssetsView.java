package imtokenpay.admin.desk;

import imtokenpay.flow.admin.AdminDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/// What is accepted, and after how many confirmations it counts as final.
@Named("assets")
@RequestScoped
public class AssetsView {
    private interface Rule {
        void set(String asset, int confirmations, String by);
    }

    private final List<AssetForm> rows;
    private final Rule confirmations;
    private boolean saved;

    /// For the container's proxy only.
    protected AssetsView() {
        this.rows = List.of();
        this.confirmations = (asset, count, by) -> {};
    }

    @Inject
    public AssetsView(AdminDesk desk) {
        this.rows = desk.assets().stream().map(AssetForm::new).toList();
        this.confirmations = desk::confirmations;
    }

    /// The assets in the merchant's order.
    public List<AssetForm> rows() {
        return rows;
    }

    /// Saves the rules that were changed, for payments that are asked for from now on.
    ///
    /// @return this page, to be asked for anew so that a reload saves nothing twice
    public String save() {
        rows.stream()
                .filter(AssetForm::isChanged)
                .forEach(form -> confirmations.set(form.id(), form.getConfirmations(), Desk.who()));
        return "/admin/assets.xhtml?faces-redirect=true&saved=true";
    }

    public boolean isSaved() {
        return saved;
    }

    public void setSaved(boolean saved) {
        this.saved = saved;
    }
}
