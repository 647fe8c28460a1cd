package imtokenpay.admin.saved;

import imtokenpay.admin.desk.Desk;
import imtokenpay.admin.desk.PaymentsView;
import imtokenpay.admin.filter.ListFilter;
import imtokenpay.flow.saved.SaveFilters;
import imtokenpay.flow.saved.SavedFilters.Saved;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The filters of the list of payments that whoever looks at it has saved for himself.
@Named("saved")
@RequestScoped
public class SavedView {
    private static final String LIST = "/admin/payments.xhtml?faces-redirect=true";

    @Inject
    private @Nullable SaveFilters filters;

    @Inject
    private @Nullable PaymentsView payments;

    private List<Saved> all = List.of();
    private String name = "";

    /// Reads them.
    @PostConstruct
    void begin() {
        all = Objects.requireNonNull(filters).of(Desk.who());
    }

    /// His own, by name.
    public List<Saved> all() {
        return all;
    }

    /// The address that shows what a filter lets through.
    public String address(Saved filter) {
        return "payments.xhtml?" + filter.query() + "&filter=" + ListFilter.encoded(filter.name());
    }

    /// The name of the filter that was opened; empty if none was.
    public String chosen() {
        var asked = Desk.asked("filter");
        return all.stream().anyMatch(one -> one.name().equals(asked)) ? asked : "";
    }

    /// Saves what narrows the list now.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String save() {
        var shown = Objects.requireNonNull(payments);
        if (!shown.mistake().isEmpty()) {
            return Desk.stay("Not saved. " + shown.mistake());
        }
        try {
            Objects.requireNonNull(filters).save(Desk.who(), new Saved(name, shown.query()));
        } catch (IllegalArgumentException wrong) {
            return Desk.stay(String.valueOf(wrong.getMessage()));
        }
        return LIST + "&saved=true&" + shown.query();
    }

    /// Deletes the filter that was opened.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String delete() {
        return Objects.requireNonNull(filters).delete(Desk.who(), chosen())
                ? LIST
                : Desk.stay("You have no filter of that name any more.");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }
}
