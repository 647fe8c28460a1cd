package imtokenpay.admin.setup;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.caller.ManageKeys;
import imtokenpay.flow.setup.SettingChange;
import imtokenpay.flow.setup.SettingChange.Kind;
import imtokenpay.flow.setup.ShowSettings;
import imtokenpay.merchant.key.Rights;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Sets a store up, and shows what its own server needs to know: once, since it opens the store's door here.
@Named("newStore")
@RequestScoped
public class StoreView {
    static final String PUBLIC_URL = "imtoken.public-url";
    private static final int SECRET_BYTES = 32;

    @Inject
    private @Nullable ShowSettings settings;

    @Inject
    private @Nullable Keeping keeping;

    @Inject
    private @Nullable ManageKeys keys;

    @Inject
    private @Nullable RandomGenerator random;

    private String key = "";
    private String name = "";
    private String shop = "";
    private String webhook = "";
    private String zone = "";
    private String address = "";
    private Map<String, String> told = Map.of();

    /// Fills the form with what is known.
    @PostConstruct
    void begin() {
        key = Objects.requireNonNull(keys).newId();
        var known = Objects.requireNonNull(settings).text(PUBLIC_URL);
        address = known.isEmpty() ? here() : known;
    }

    /// Whether the address of the plugin is the server's own business.
    public boolean isAddressKnown() {
        return !Objects.requireNonNull(settings).text(PUBLIC_URL).isEmpty();
    }

    /// What the store's server needs to know, if it was just made; else nothing.
    public Map<String, String> told() {
        return told;
    }

    /// Whether the store takes part only later, so that it has no key yet.
    public boolean isWaiting() {
        return told.getOrDefault("api-key", "none").isEmpty();
    }

    /// Keeps the store and makes its key.
    ///
    /// @return null: the page stays, with what the store needs or with what is wrong
    public @Nullable String keep() {
        var secret = secret(Objects.requireNonNull(random));
        var id = Names.store(name, Objects.requireNonNull(settings).all(Kind.STORE));
        var next = Objects.requireNonNull(keeping).keep(() -> change(id, secret), "store");
        if (next == null) {
            return null;
        }
        if (next.equals(Keeping.WAITS)) {
            told = Map.of("base-url", address, "api-key", "", "webhook-secret", secret);
            return null;
        }
        var wish = new ManageKeys.Wish(key, id, "made with the store", Rights.ALL);
        told = Objects.requireNonNull(keys)
                .make(wish, Desk.who())
                .map(made -> Map.of("base-url", address, "api-key", made, "webhook-secret", secret))
                .orElse(Map.of());
        return told.isEmpty() ? Objects.requireNonNull(keeping).after("store") : null;
    }

    private SettingChange change(String id, String secret) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Not kept: tell the store's name, as shoppers know it.");
        }
        if (Objects.requireNonNull(settings).all(Kind.STORE).stream()
                .anyMatch(thing -> thing.text("name").equals(name.strip()))) {
            throw new IllegalArgumentException("Not kept: there is a store of that name already.");
        }
        var base = withoutEnd(shop.strip());
        var texts = new HashMap<String, String>();
        texts.put("name", name.strip());
        texts.put("return-origins", origin(base));
        texts.put("webhook-url", webhook.isBlank() ? base + "/imtoken/webhook" : webhook.strip());
        texts.put("webhook-secret", secret);
        if (!zone.isBlank()) {
            texts.put("time-zone", zone.strip());
        }
        Map<String, String> more = isAddressKnown() ? Map.of() : Map.of(PUBLIC_URL, withoutEnd(address.strip()));
        return new SettingChange(Kind.STORE, id, texts, more);
    }

    /// A new secret to sign webhooks with.
    static String secret(RandomGenerator random) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /// The origin of a store's address.
    ///
    /// @throws IllegalArgumentException in words for the admin if it has none
    static String origin(String base) {
        try {
            var uri = URI.create(base);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri.getScheme() + "://" + uri.getRawAuthority();
            }
        } catch (IllegalArgumentException none) {
            // Told below.
        }
        throw new IllegalArgumentException(
                "Not kept: tell the address where the store is, such as https://shop.example or"
                        + " https://shop.example/books.");
    }

    static String withoutEnd(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    // Where this very page was found: most likely that is where shoppers find theirs.
    private static String here() {
        var request = (HttpServletRequest)
                FacesContext.getCurrentInstance().getExternalContext().getRequest();
        var url = request.getRequestURL().toString();
        return url.substring(0, url.indexOf("/admin/"));
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getShop() {
        return shop;
    }

    public void setShop(String shop) {
        this.shop = shop;
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

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
