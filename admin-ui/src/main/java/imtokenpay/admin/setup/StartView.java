package imtokenpay.admin.setup;

import imtokenpay.admin.desk.Desk;
import imtokenpay.chain.Address;
import imtokenpay.flow.admin.AdminDesk;
import imtokenpay.flow.setup.SettingChange;
import imtokenpay.flow.setup.SettingChange.Kind;
import imtokenpay.flow.setup.ShowSettings;
import imtokenpay.flow.setup.ShowSettings.Thing;
import imtokenpay.merchant.known.KnownNetwork;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is set up, what comes next, and what can be taken away.
@Named("start")
@RequestScoped
public class StartView {
    @Inject
    private @Nullable ShowSettings settings;

    @Inject
    private @Nullable AdminDesk desk;

    @Inject
    private @Nullable Keeping keeping;

    /// The networks.
    public List<Thing> networks() {
        return all(Kind.NETWORK);
    }

    /// The assets.
    public List<Thing> assets() {
        return all(Kind.ASSET);
    }

    /// Whether an asset was set up here, so that its price can be changed here.
    public boolean isAnyKept() {
        return assets().stream().anyMatch(Thing::isKept);
    }

    /// The stores.
    public List<Thing> stores() {
        return all(Kind.STORE);
    }

    /// What is to be done next: `network`, `asset`, `store` or `try`.
    public String next() {
        if (networks().isEmpty()) {
            return "network";
        }
        if (assets().isEmpty()) {
            return "asset";
        }
        return stores().isEmpty() ? "store" : "try";
    }

    /// Whether the chain has confirmed what was set up of an asset.
    public boolean isVerified(Thing asset) {
        return Objects.requireNonNull(desk).assets().stream()
                .anyMatch(accepted -> accepted.asset().id().equals(asset.text("id")) && accepted.verified());
    }

    /// The first addresses of an asset's account, to be compared with the wallet's.
    public List<String> first(Thing asset) {
        return Objects.requireNonNull(settings).first(asset.text("id")).stream()
                .map(Address::text)
                .toList();
    }

    /// The hosts of a network's nodes, without what may be keys.
    public String hosts(Thing network) {
        return Arrays.stream(network.text("rpc-url").split(","))
                .map(StartView::host)
                .collect(Collectors.joining(", "));
    }

    /// Where a network is changed.
    public String change(Thing network) {
        var chain = network.text("chain");
        var isKnown =
                KnownNetwork.ALL.stream().anyMatch(one -> one.chain().text().equals(chain));
        return "set-network.xhtml?on=" + (isKnown ? chain : "other&name=" + network.name());
    }

    /// What was chosen to be taken away; empty where nothing was.
    public Optional<Thing> chosen() {
        return kind().flatMap(kind -> all(kind).stream()
                .filter(thing -> thing.isKept() && thing.name().equals(Desk.asked("name")))
                .findFirst());
    }

    /// What that is called.
    public String title() {
        return chosen().map(thing -> thing.kind() == Kind.ASSET ? thing.text("symbol") : thing.text("name"))
                .orElse("");
    }

    /// Takes away what was chosen.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String remove() {
        var gone = chosen();
        if (gone.isEmpty()) {
            return Desk.stay("That is not there any more.");
        }
        var change = SettingChange.remove(gone.get().kind(), gone.get().name());
        return Objects.requireNonNull(keeping).keep(() -> change, "away");
    }

    private static Optional<Kind> kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(Desk.asked("kind")))
                .findFirst();
    }

    private List<Thing> all(Kind kind) {
        return Objects.requireNonNull(settings).all(kind);
    }

    private static String host(String address) {
        try {
            return Optional.ofNullable(URI.create(address.strip()).getHost()).orElse("");
        } catch (IllegalArgumentException none) {
            return "";
        }
    }
}
