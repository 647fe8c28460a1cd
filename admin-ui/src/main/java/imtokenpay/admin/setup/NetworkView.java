package imtokenpay.admin.setup;

import imtokenpay.admin.desk.Desk;
import imtokenpay.chain.BlockRef;
import imtokenpay.flow.setup.LookAtNode;
import imtokenpay.flow.setup.LookAtNode.Sight;
import imtokenpay.flow.setup.SettingChange;
import imtokenpay.flow.setup.SettingChange.Kind;
import imtokenpay.flow.setup.ShowSettings;
import imtokenpay.flow.setup.ShowSettings.Thing;
import imtokenpay.merchant.known.KnownNetwork;
import imtokenpay.money.ChainId;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sets a network up: chosen from those that everybody knows, or another one of Ethereum's kin. Its
/// nodes are asked before anything is kept.
@Named("network")
@RequestScoped
public class NetworkView {
    private static final String OTHER = "other";
    // On a main net somebody would notice: then it is the node that stands still. Bitcoin may be silent for an hour.
    private static final Duration STILL = Duration.ofHours(2);

    @Inject
    private @Nullable LookAtNode look;

    @Inject
    private @Nullable ShowSettings settings;

    @Inject
    private @Nullable Keeping keeping;

    @Inject
    private @Nullable InstantSource clock;

    private String number = "";
    private String name = "";
    private boolean test;
    private String nodes = "";
    private String keys = "";
    private String heads = "";

    /// Fills the form with what is kept.
    @PostConstruct
    void begin() {
        Objects.requireNonNull(settings)
                .one(Kind.NETWORK, named())
                .filter(Thing::isKept)
                .ifPresent(this::fill);
    }

    private void fill(Thing thing) {
        number = thing.text("chain").replace("eip155:", "");
        name = thing.text("name");
        test = Boolean.parseBoolean(thing.text("test"));
        nodes = String.join("\n", thing.text("rpc-url").split(","));
        keys = String.join("\n", thing.text("api-key").split(","));
        heads = thing.text("heads-url");
    }

    /// Those to choose from.
    public List<KnownNetwork> known() {
        return KnownNetwork.ALL;
    }

    /// What was chosen: the id of a known chain, or `other`; empty for nothing yet.
    public String on() {
        var asked = Desk.asked("on");
        return asked.equals(OTHER) || chosen(asked).isPresent() ? asked : "";
    }

    /// The name of what was chosen, as a heading.
    public String title() {
        return chosen(on()).map(KnownNetwork::name).orElse("Another network of Ethereum's kin");
    }

    /// Whether its number must be told.
    public boolean isOther() {
        return on().equals(OTHER);
    }

    /// Whether a node of it wants a key beside its address.
    public boolean isKeyed() {
        return !on().startsWith("eip155") && !isOther();
    }

    /// Whether a node of it tells of new blocks.
    public boolean isTold() {
        return !isKeyed();
    }

    /// Asks the nodes, and keeps the network if all of them answer for it.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String keep() {
        return Objects.requireNonNull(keeping).keep(this::checked, "network");
    }

    private SettingChange checked() {
        var change = change();
        for (var sight : Objects.requireNonNull(look).look(change)) {
            check(sight, Boolean.parseBoolean(change.texts().get("test")));
        }
        return change;
    }

    private void check(Sight sight, boolean isTest) {
        var newest = sight.newest()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Not kept: the node " + sight.host() + " gives no usable answer: " + sight.complaint() + "."));
        if (!isTest && isStill(newest)) {
            throw new IllegalArgumentException("Not kept: the newest block of the node " + sight.host() + ", "
                    + newest.height() + ", is of " + newest.time() + ". It stands still, or is not as far as the chain"
                    + " yet. Wait until it has caught up, or take another one.");
        }
    }

    private boolean isStill(BlockRef newest) {
        return newest.time().plus(STILL).isBefore(Objects.requireNonNull(clock).instant());
    }

    private SettingChange change() {
        var texts = new HashMap<String, String>();
        var known = chosen(on());
        var chain = known.map(one -> one.chain().text()).orElseGet(() -> "eip155:" + number.strip());
        if (known.isEmpty() && (!number.strip().matches("[1-9][0-9]{0,18}") || name.isBlank())) {
            throw new IllegalArgumentException("Not kept: tell the chain's number, such as 11155111, and a name.");
        }
        texts.put("chain", chain);
        texts.put("name", known.map(KnownNetwork::name).orElse(name.strip()));
        texts.put("test", Boolean.toString(known.map(KnownNetwork::isTest).orElse(test)));
        put(texts, "rpc-url", nodes);
        put(texts, "api-key", isKeyed() ? keys : "");
        put(texts, "heads-url", isTold() ? heads : "");
        return SettingChange.set(Kind.NETWORK, Names.network(new ChainId(chain)), texts);
    }

    private static void put(HashMap<String, String> texts, String key, String lines) {
        var list = String.join(",", lines.strip().split("[\\s,]+"));
        if (!list.isEmpty()) {
            texts.put(key, list);
        }
    }

    private String named() {
        return chosen(on()).map(one -> Names.network(one.chain())).orElse(Desk.asked("name"));
    }

    private static Optional<KnownNetwork> chosen(String on) {
        return KnownNetwork.ALL.stream()
                .filter(one -> one.chain().text().equals(on))
                .findFirst();
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isTest() {
        return test;
    }

    public void setTest(boolean test) {
        this.test = test;
    }

    public String getNodes() {
        return nodes;
    }

    public void setNodes(String nodes) {
        this.nodes = nodes;
    }

    public String getKeys() {
        return keys;
    }

    public void setKeys(String keys) {
        this.keys = keys;
    }

    public String getHeads() {
        return heads;
    }

    public void setHeads(String heads) {
        this.heads = heads;
    }
}
