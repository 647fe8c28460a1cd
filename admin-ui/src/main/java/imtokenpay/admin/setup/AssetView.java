package imtokenpay.admin.setup;

import imtokenpay.admin.desk.Desk;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.flow.setup.LookAtToken;
import imtokenpay.flow.setup.SettingChange;
import imtokenpay.flow.setup.SettingChange.Kind;
import imtokenpay.flow.setup.ShowSettings;
import imtokenpay.flow.setup.ShowSettings.Thing;
import imtokenpay.merchant.known.KnownAsset;
import imtokenpay.merchant.known.KnownNetwork;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sets up what shoppers can pay with: a coin or token that everybody knows, the coin of another
/// network, or any token by its contract.
@Named("newAsset")
@RequestScoped
public class AssetView extends AssetFields {
    private static final int COIN_DECIMALS = 18;

    @Inject
    private @Nullable LookAtToken look;

    @Inject
    private @Nullable ShowSettings settings;

    @Inject
    private @Nullable Keeping keeping;

    /// Fills the form with what is kept, or with what most people take.
    @PostConstruct
    void begin() {
        price = known().filter(one -> !one.sources().isEmpty()).isPresent() ? LIVE : FIXED;
        symbol = isCoin() ? "ETH" : "";
        address = sameFamily();
        kept().ifPresent(this::fill);
    }

    private void fill(Thing thing) {
        symbol = thing.text("symbol");
        address = thing.text("address");
        pool = String.join("\n", thing.text("pool").split(","));
        xpub = thing.text("xpub");
        confirmations = thing.text("confirmations");
        for (var fixed : thing.ends("rate.")) {
            currency = fixed;
            rate = thing.text("rate." + fixed);
            price = rate.equals("1") && fixed.equals(peg()) ? PEG : FIXED;
        }
    }

    /// The networks that there are, for what can be chosen.
    public List<Choice> networks() {
        return Objects.requireNonNull(settings).all(Kind.NETWORK).stream()
                .map(thing -> new Choice(thing.text("name"), thing.text("chain"), things()))
                .toList();
    }

    /// Whether something was chosen.
    public boolean isChosen() {
        return known().isPresent() || kept().isPresent() || isCoin() || isToken();
    }

    /// What was chosen, as a heading.
    public String title() {
        var network = Objects.requireNonNull(settings).all(Kind.NETWORK).stream()
                .filter(thing -> thing.text("chain").equals(chain()))
                .map(thing -> thing.text("name"))
                .findFirst()
                .orElse("");
        var symbol = known().map(one -> one.asset().symbol()).or(() -> kept().map(thing -> thing.text("symbol")));
        return symbol.orElse(isToken() ? "A token" : "The coin") + " on " + network;
    }

    /// Whether it is the coin of a network that not everybody knows.
    public boolean isCoin() {
        return isOurs(Desk.asked("coin"));
    }

    /// Whether it is any token.
    public boolean isToken() {
        return isOurs(Desk.asked("token"));
    }

    /// Whether it has sources of live prices.
    public boolean isLive() {
        return known().filter(one -> !one.sources().isEmpty()).isPresent();
    }

    /// The currency that one of it is meant to be worth one of; empty for most.
    public String peg() {
        return known().flatMap(KnownAsset::peg).orElse("");
    }

    /// After how many confirmations it will be final if nothing is typed in.
    public int usual() {
        return KnownNetwork.of(new ChainId(chain()))
                .map(KnownNetwork::confirmations)
                .orElse(12);
    }

    /// What is asked for, to be sent along with the form.
    public String asked(String name) {
        return Desk.asked(name);
    }

    /// Checks and keeps it.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String keep() {
        return Objects.requireNonNull(keeping).keep(this::change, "asset");
    }

    private SettingChange change() {
        var asset = asset();
        var texts = new HashMap<String, String>();
        texts.put("id", asset.id());
        texts.put("symbol", asset.symbol());
        texts.put("decimals", Integer.toString(asset.decimals()));
        put(texts, "address", address);
        put(texts, "pool", String.join(",", pool.strip().split("[\\s,]+")));
        put(texts, "xpub", xpub);
        texts.put("confirmations", confirmations.isBlank() ? Integer.toString(usual()) : confirmations.strip());
        switch (price) {
            case LIVE ->
                texts.put(
                        "rate-sources.USD",
                        String.join(",", known().orElseThrow().sources()));
            case PEG -> texts.put("rate." + peg(), "1");
            default -> texts.put("rate." + currency.strip().toUpperCase(Locale.ROOT), rate.strip());
        }
        return SettingChange.set(Kind.ASSET, Names.asset(asset, things()), texts);
    }

    private Asset asset() {
        if (known().isPresent()) {
            return known().get().asset();
        }
        if (isCoin()) {
            return new Asset(chain() + "/slip44:60", symbol.strip(), COIN_DECIMALS);
        }
        if (kept().isPresent()) {
            var thing = kept().get();
            return new Asset(thing.text("id"), thing.text("symbol"), Integer.parseInt(thing.text("decimals")));
        }
        var standard = chain().startsWith("tron") ? "trc20" : "erc20";
        try {
            return Objects.requireNonNull(look).token(new ChainId(chain()), standard, contract.strip(), symbol.strip());
        } catch (ChainUnavailable unread) {
            throw new IllegalArgumentException(
                    "Not kept: the network does not tell how many decimals that token has: " + unread.getMessage()
                            + ". Check the contract's address, and that the network is read.",
                    unread);
        }
    }

    // Most people have one address for all of Ethereum's kin.
    private String sameFamily() {
        var family = chain().split(":")[0] + ":";
        return things().stream()
                .filter(thing -> thing.text("id").startsWith(family))
                .filter(thing -> !family.startsWith("bip122"))
                .map(thing -> thing.text("address"))
                .findFirst()
                .orElse("");
    }

    private Optional<KnownAsset> known() {
        return KnownAsset.of(Desk.asked("id"));
    }

    private Optional<Thing> kept() {
        return things().stream()
                .filter(thing -> thing.isKept() && thing.text("id").equals(Desk.asked("id")))
                .findFirst();
    }

    private List<Thing> things() {
        return Objects.requireNonNull(settings).all(Kind.ASSET);
    }

    private String chain() {
        return known().map(one -> one.asset().chain().text())
                .or(() -> kept().map(thing -> thing.text("id").split("/")[0]))
                .orElse(isCoin() ? Desk.asked("coin") : isToken() ? Desk.asked("token") : "none:");
    }

    private boolean isOurs(String chain) {
        return !chain.isEmpty()
                && Objects.requireNonNull(settings).all(Kind.NETWORK).stream()
                        .anyMatch(thing -> thing.text("chain").equals(chain));
    }

    private static void put(HashMap<String, String> texts, String key, String text) {
        if (!text.isBlank()) {
            texts.put(key, text.strip());
        }
    }
}
