package imtokenpay.admin.keys;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.admin.EndKeys;
import imtokenpay.flow.caller.ManageKeys;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// The keys that were made, and the way to make one void.
@Named("keys")
@RequestScoped
public class KeysView {
    private final List<KeyLine> all;
    private final Set<String> endable;
    private final String chosen;
    private final BiPredicate<String, String> revoke;

    /// For the container's proxy only.
    protected KeysView() {
        this.all = List.of();
        this.endable = Set.of();
        this.chosen = "";
        this.revoke = (id, who) -> false;
    }

    @Inject
    public KeysView(ManageKeys keys, EndKeys end) {
        this.all = keys.all().stream().map(KeyLine::new).toList();
        this.endable = Set.copyOf(end.endable(Desk.who()));
        this.chosen = Desk.asked("key");
        this.revoke = end::revoke;
    }

    /// Every key: the valid ones first, then the newest.
    public List<KeyLine> all() {
        return all;
    }

    /// The id of the key that was chosen; empty if none was.
    public String chosen() {
        return chosen;
    }

    /// Whether who asks may make that key void: one who is suspended only a young one.
    public boolean isEndable(String id) {
        return endable.contains(id);
    }

    /// Makes the chosen key void.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String revoke() {
        try {
            return revoke.test(chosen, Desk.who())
                    ? "/admin/keys.xhtml?faces-redirect=true&decided=true"
                    : Desk.stay("There is no valid key of that id.");
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            return Desk.stay(String.valueOf(wrong.getMessage()));
        }
    }
}
