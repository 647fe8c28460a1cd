package imtokenpay.admin.telling;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.deliver.MendDeliveries;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// What a person does about one event or one endpoint.
@Named("mend")
@RequestScoped
public class MendView {
    private static final String DONE = "/admin/webhooks.xhtml?faces-redirect=true&decided=true";

    // By its id, never by its place in a list that may have moved on since it was shown.
    private final String event;
    private final String store;
    private final BiPredicate<String, String> redeliver;
    private final BiConsumer<String, String> enable;

    /// For the container's proxy only.
    protected MendView() {
        this.event = "";
        this.store = "";
        this.redeliver = (id, who) -> false;
        this.enable = (id, who) -> {};
    }

    @Inject
    public MendView(MendDeliveries deliveries) {
        this.event = Desk.asked("event");
        this.store = Desk.asked("store");
        this.redeliver = deliveries::redeliver;
        this.enable = deliveries::enable;
    }

    /// Whether something was chosen.
    public boolean isShown() {
        return isAboutEvent() || isAboutStore();
    }

    /// Whether an event was chosen.
    public boolean isAboutEvent() {
        return !event.isEmpty();
    }

    /// Whether a store's endpoint was chosen.
    public boolean isAboutStore() {
        return event.isEmpty() && !store.isEmpty();
    }

    /// The event's id.
    public String event() {
        return event;
    }

    /// The store's id.
    public String store() {
        return store;
    }

    /// Sends the event once more.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String redeliver() {
        return redeliver.test(event, Desk.who()) ? DONE : Desk.stay("There is no such event.");
    }

    /// Sends to the store's endpoint again.
    ///
    /// @return the page to go on with
    public String enable() {
        enable.accept(store, Desk.who());
        return DONE;
    }
}
