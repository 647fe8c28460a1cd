package imtokenpay.admin.keys;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.caller.ManageKeys;
import imtokenpay.flow.caller.ManageKeys.Wish;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.key.AddressRange;
import imtokenpay.merchant.key.Rights;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A new key. It is shown in the answer to its own form and nowhere else: no page's address leads to it.
@Named("newKey")
@RequestScoped
public class NewKeyView {
    private final List<Store> stores;
    private final List<ScopeChoice> scopes;
    private final BiFunction<Wish, String, Optional<String>> make;

    // Chosen when the form is first shown: a form that is sent twice makes one key.
    private String id;
    private String store;
    private String name = "";
    private String addresses = "";
    private boolean test;
    private String made = "";

    /// For the container's proxy only.
    protected NewKeyView() {
        this.stores = List.of();
        this.scopes = List.of();
        this.make = (wish, who) -> Optional.empty();
        this.id = "";
        this.store = "";
    }

    @Inject
    public NewKeyView(ManageKeys keys) {
        this.stores = keys.stores();
        this.scopes = Arrays.stream(imtokenpay.merchant.key.Scope.values())
                .map(ScopeChoice::new)
                .toList();
        this.make = keys::make;
        this.id = keys.newId();
        this.store = stores.stream().map(Store::id).findFirst().orElse("");
    }

    /// Makes the key.
    ///
    /// @return null: the page stays, with the key or with what is wrong
    public @Nullable String make() {
        try {
            var key = make.apply(wish(), Desk.who());
            made = key.orElse("");
            return key.isPresent()
                    ? null
                    : Desk.stay("This key was made already. It is shown once only; if it is lost, revoke it.");
        } catch (IllegalArgumentException wrong) {
            return Desk.stay(String.valueOf(wrong.getMessage()));
        }
    }

    private Wish wish() {
        var chosen = scopes.stream()
                .filter(ScopeChoice::isChosen)
                .map(ScopeChoice::scope)
                .collect(Collectors.toSet());
        var ranges = Arrays.stream(addresses.split("[\\s,]+"))
                .filter(text -> !text.isEmpty())
                .map(AddressRange::parse)
                .toList();
        return new Wish(id, store, name.strip(), new Rights(chosen, ranges, test));
    }

    /// The key, if it was just made; else nothing.
    public String made() {
        return made;
    }

    /// The stores that it can be for.
    public List<Store> stores() {
        return stores;
    }

    /// What it can be for.
    public List<ScopeChoice> scopes() {
        return scopes;
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

    public String getAddresses() {
        return addresses;
    }

    public void setAddresses(String addresses) {
        this.addresses = addresses;
    }

    public boolean isTest() {
        return test;
    }

    public void setTest(boolean test) {
        this.test = test;
    }
}
