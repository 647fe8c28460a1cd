package imtokenpay.admin.setup;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.setup.SettingChange;
import imtokenpay.flow.setup.SettingChange.Kind;
import imtokenpay.flow.setup.ShowSettings;
import imtokenpay.flow.setup.ShowSettings.Thing;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Changes a store that was set up here. Its secret is never shown again: a new one is made beside it, so that the
/// store's own server can be changed at leisure, and the old one ends later.
@Named("store")
@RequestScoped
public class StoreChangeView {
    private static final String SECRET = "webhook-secret";
    private static final String NEW = "new";
    private static final String NEWEST = "newest";

    @Inject
    private @Nullable ShowSettings settings;

    @Inject
    private @Nullable Keeping keeping;

    @Inject
    private @Nullable RandomGenerator random;

    private String name = "";
    private String origins = "";
    private String webhook = "";
    private String zone = "";
    private String address = "";
    private @Nullable String secret = "same";
    private String told = "";
    private boolean isWaiting;

    /// Fills the form with what is kept.
    @PostConstruct
    void begin() {
        chosen().ifPresent(thing -> {
            name = kept(thing, "name");
            origins = String.join("\n", kept(thing, "return-origins").split(","));
            webhook = kept(thing, "webhook-url");
            zone = kept(thing, "time-zone");
            address = addressKept();
        });
    }

    /// The store that was chosen; empty where none was, or it stands in the server's configuration.
    public Optional<Thing> chosen() {
        return settings().one(Kind.STORE, Desk.asked("id")).filter(Thing::isKept);
    }

    /// Whether it is called with two secrets now.
    public boolean isOfTwoSecrets() {
        return chosen().filter(thing -> kept(thing, SECRET).contains(" ")).isPresent();
    }

    /// Whether the address of the plugin was set up here; else it is the server's own business.
    public boolean isAddressKept() {
        return !addressKept().isEmpty();
    }

    /// The new secret, if one was just made; else empty.
    public String told() {
        return told;
    }

    /// Whether what was just made is in use only later.
    public boolean isWaiting() {
        return isWaiting;
    }

    /// Keeps the change.
    ///
    /// @return the page to go on with, or null to stay with a new secret or with a message
    public @Nullable String keep() {
        var store = chosen();
        if (store.isEmpty()) {
            return Desk.stay("That store is not there any more.");
        }
        var isMade = NEW.equals(secret) && !webhook.isBlank();
        var made = isMade ? StoreView.secret(Objects.requireNonNull(random)) : "";
        var next = Objects.requireNonNull(keeping).keep(() -> change(store.get(), made), "store");
        if (next == null || made.isEmpty()) {
            return next;
        }
        told = made;
        isWaiting = next.equals(Keeping.WAITS);
        return null;
    }

    private SettingChange change(Thing store, String made) {
        var called = name.strip();
        if (called.isEmpty()) {
            throw new IllegalArgumentException("Not kept: tell the store's name, as shoppers know it.");
        }
        if (settings().all(Kind.STORE).stream()
                .anyMatch(thing ->
                        !thing.name().equals(store.name()) && thing.text("name").equals(called))) {
            throw new IllegalArgumentException("Not kept: there is a store of that name already.");
        }
        var texts = new HashMap<String, String>();
        store.ends("").forEach(end -> texts.put(end, kept(store, end)));
        texts.put("name", called);
        texts.put(
                "return-origins",
                Arrays.stream(origins.strip().split("[\\s,]+"))
                        .filter(one -> !one.isEmpty())
                        .map(StoreView::origin)
                        .distinct()
                        .collect(Collectors.joining(",")));
        texts.put("webhook-url", webhook.strip());
        texts.put("time-zone", zone.strip());
        texts.put(SECRET, secret(texts.getOrDefault(SECRET, ""), made));
        texts.values().removeIf(String::isEmpty);
        return new SettingChange(Kind.STORE, store.name(), texts, others());
    }

    private String secret(String before, String made) {
        if (webhook.isBlank()) {
            return "";
        }
        var newest = before.split(" ")[0];
        if (!made.isEmpty()) {
            return (made + " " + newest).strip();
        }
        if (before.isEmpty()) {
            throw new IllegalArgumentException("Not kept: webhooks are signed, so choose a new secret.");
        }
        return NEWEST.equals(secret) ? newest : before;
    }

    private Map<String, String> others() {
        var before = addressKept();
        var now = StoreView.withoutEnd(address.strip());
        return before.isEmpty() || now.equals(before) ? Map.of() : Map.of(StoreView.PUBLIC_URL, now);
    }

    private String addressKept() {
        return chosen().filter(
                        thing -> thing.arrangement().text(StoreView.PUBLIC_URL).isEmpty())
                .map(thing -> thing.kept().getOrDefault(StoreView.PUBLIC_URL, ""))
                .orElse("");
    }

    private static String kept(Thing thing, String end) {
        return thing.kept().getOrDefault(Kind.STORE.prefix(thing.name()) + end, "");
    }

    private ShowSettings settings() {
        return Objects.requireNonNull(settings);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getOrigins() {
        return origins;
    }

    public void setOrigins(String origins) {
        this.origins = origins;
    }

    public String getWebhook() {
        return webhook;
    }

    public void setWebhook(String webhook) {
        this.webhook = webhook;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public @Nullable String getSecret() {
        return secret;
    }

    public void setSecret(@Nullable String secret) {
        this.secret = secret;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
