package imtokenpay.store.contract;

import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.adapter.http.AddressGuard;
import imtokenpay.adapter.wiring.Keys;
import imtokenpay.adapter.wiring.Settings;
import imtokenpay.adapter.wiring.live.LiveArrangement;
import imtokenpay.flow.audit.AuditRow;
import imtokenpay.flow.notice.KeepNotices;
import imtokenpay.flow.pending.Approvers;
import imtokenpay.flow.pending.BringChange;
import imtokenpay.flow.pending.DecideChange;
import imtokenpay.flow.pending.Reporter;
import imtokenpay.flow.pending.ShowPending;
import imtokenpay.flow.pending.TakeEffect;
import imtokenpay.flow.pending.TellPending;
import imtokenpay.flow.setup.ChangeRule;
import imtokenpay.flow.setup.ChangeSettings;
import imtokenpay.flow.setup.CheckAddresses;
import imtokenpay.flow.setup.HoldChange;
import imtokenpay.flow.setup.SettingChange;
import imtokenpay.flow.setup.SettingChange.Kind;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.setting.PendingChanges.Key;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.store.Shelf;
import imtokenpay.store.StoreDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A shop that is set up by Anna, and the production steps that change it.
final class PendingDesk {
    static final Instant BEGIN = Samples.NOW;
    static final String MINE = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    static final String THEIRS = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";
    static final String OWN = "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB";
    // imToken's own test account (wallet-core, "inject kidney empty canal").
    static final String ACCOUNT = "xpub6CZG7sArTpFs5n47cUxtbcVXuq4QfUTykGWL8t8RJdPXvnSnF2VrDwgqjuS7JvJ7DK8B4pnbMxCNt"
            + "PsbHdPjuFBCcBo81cfMRWcPUXWND3e";
    static final Map<String, String> USDC = Map.of(
            "id",
            "eip155:1/erc20:0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48",
            "symbol",
            "USDC",
            "decimals",
            "6",
            "address",
            THEIRS);
    static final Map<String, String> OTHER_NODE =
            Map.of("chain", "eip155:4242", "name", "Fresh", "rpc-url", "http://127.0.0.1:3");
    static final Map<String, String> RECORDS = Map.of("name", "Records");
    static final Map<String, String> FILMS = Map.of("name", "Films");
    private static final Map<String, String> NODE =
            Map.of("chain", "eip155:1", "name", "Devnet", "rpc-url", "http://127.0.0.1:1", "test", "false");
    private static final Map<String, String> COIN =
            Map.of("id", "eip155:1/slip44:60", "symbol", "ETH", "decimals", "18", "address", MINE, "rate.USD", "2000");
    private static final Map<String, String> BOOKS = Map.of(
            "name",
            "Books",
            "webhook-url",
            "http://127.0.0.1:9/webhook",
            "webhook-secret",
            "whsec_" + "A".repeat(43) + "=");

    private final Shelf shelf;
    private final Map<String, String> configured;
    private final ChangeRule rule;
    private final Mailroom mailroom;
    private Instant now = BEGIN;
    private int deedsBefore;

    private PendingDesk(Shelf shelf, Map<String, String> configured, ChangeRule rule) {
        this.shelf = shelf;
        this.configured = configured;
        this.rule = rule;
        this.mailroom = new Mailroom(shelf, this::now);
    }

    /// One that has sold something, and whose owners have been that for long.
    static PendingDesk thatSells(StoreDatabase database, Shelf shelf) {
        var desk = new PendingDesk(shelf, Map.of(), new ChangeRule(Duration.ofHours(24), false));
        desk.setUp();
        desk.sell();
        database.execute("update shop_owner set owner_since = null");
        return desk;
    }

    PendingDesk withFourEyes() {
        return new PendingDesk(shelf, configured, new ChangeRule(rule.delay(), true));
    }

    PendingDesk lockedByConfiguration() {
        var locked = new PendingDesk(shelf, Map.of("imtoken.settings.locked", "true"), rule);
        locked.now = now;
        return locked;
    }

    void setUp() {
        owner("anna");
        owner("ben");
        change(network(Map.of()));
        change(coin(Map.of()));
        var address = Map.of("imtoken.public-url", "https://shop.example/imtoken");
        change(new SettingChange(Kind.STORE, "books", BOOKS, address));
    }

    void sell() {
        var payment = Samples.opened(Samples.payment("order"), BEGIN);
        var accepted = Samples.accepted(Samples.USDT);
        var real = new AcceptedAsset(
                accepted.asset(),
                accepted.network(),
                accepted.receiver(),
                accepted.finality(),
                new AcceptedAsset.Standing(true, false));
        shelf.transactions().run(() -> shelf.assets().provide(real));
        shelf.transactions().run(() -> shelf.payments().add(payment));
        shelf.transactions().run(() -> shelf.payments().replace(payment.movedTo(PaymentStatus.SETTLED)));
        deedsBefore = deeds().size();
    }

    void owner(String name) {
        person(name, Owner.Role.OWNER);
    }

    void person(String name, Owner.Role role) {
        shelf.transactions().run(() -> shelf.owners().add(new Owner(name, "hash", role)));
    }

    PeopleDesk people() {
        return new PeopleDesk(shelf, hold(), rule, mailroom.notices(), this::now);
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    SettingChange address(String address) {
        return coin(Map.of("address", address));
    }

    SettingChange coin(Map<String, String> other) {
        return with(Kind.ASSET, "eth", COIN, other);
    }

    SettingChange network(Map<String, String> other) {
        return with(Kind.NETWORK, "devnet", NODE, other);
    }

    SettingChange store(Map<String, String> other) {
        return with(Kind.STORE, "books", BOOKS, other);
    }

    SettingChange asset(String name, Map<String, String> texts) {
        return SettingChange.set(Kind.ASSET, name, texts);
    }

    private static SettingChange with(Kind kind, String name, Map<String, String> texts, Map<String, String> other) {
        var all = new HashMap<>(texts);
        all.putAll(other);
        return SettingChange.set(kind, name, all);
    }

    boolean change(SettingChange change) {
        return change(change, "anna");
    }

    boolean change(SettingChange change, String by) {
        return shelf.transactions().in(() -> changes().change(change, by));
    }

    void look() {
        shelf.transactions().run(() -> new TakeEffect(show(), decide(), approvers(), () -> now).look());
    }

    void send() {
        mailroom.send(arrangement());
    }

    Pigeonhole postman() {
        return mailroom.postman();
    }

    Instant now() {
        return now;
    }

    Key key() {
        return shelf.transactions().in(() -> show().all()).getFirst().key();
    }

    boolean approve(String by) {
        return !waiting().isEmpty() && approve(key(), by);
    }

    boolean approve(Key key, String by) {
        return shelf.transactions().in(() -> decide().approve(key, by));
    }

    String refused(String by) {
        return assertThrows(IllegalArgumentException.class, () -> approve(by)).getMessage();
    }

    boolean stop(Key key, String by) {
        return shelf.transactions().in(() -> decide().stop(key, by, ""));
    }

    void stopAll() {
        shelf.transactions().in(() -> show().all()).forEach(waiting -> stop(waiting.key(), "ben"));
    }

    List<ShowPending.Notice> waiting() {
        return shelf.transactions().in(() -> show().notices());
    }

    List<String> words() {
        return waiting().stream().map(ShowPending.Notice::words).toList();
    }

    String kept(String key) {
        var kept = shelf.transactions().in(() -> shelf.settings().all().texts());
        return kept.getOrDefault("imtoken.asset.eth." + key, "");
    }

    String receiver() {
        return shelf.transactions()
                .in(() -> shelf.assets().byId(COIN.get("id")))
                .orElseThrow()
                .receiver()
                .text();
    }

    List<String> newDeeds() {
        var all = deeds();
        return all.subList(deedsBefore, all.size());
    }

    List<String> done() {
        return newDeeds().stream()
                .map(deed -> deed.split(" \\| "))
                .map(parts -> parts[0] + " | " + parts[1])
                .toList();
    }

    private List<String> deeds() {
        return shelf.transactions().in(() -> shelf.audit().after(0, 1_000)).stream()
                .map(AuditRow::deed)
                .map(deed -> String.join(" | ", deed.by(), deed.action(), deed.subject(), deed.detail()))
                .toList();
    }

    private ShowPending show() {
        return new ShowPending(shelf.pending(), shelf.settings(), approvers());
    }

    private Approvers approvers() {
        return new Approvers(shelf.owners(), rule, () -> now);
    }

    private DecideChange decide() {
        return new DecideChange(
                shelf.settings(),
                shelf.pending(),
                new BringChange(changes(), people().alter()),
                approvers(),
                new Reporter(shelf.audit(), tell()));
    }

    TellPending tell() {
        return new TellPending(shelf.pending(), shelf.settings(), notices());
    }

    KeepNotices notices() {
        return mailroom.notices();
    }

    private ChangeSettings changes() {
        return new ChangeSettings(
                shelf.settings(),
                arrangement(),
                new CheckAddresses(shelf.slots(), shelf.assets()),
                hold(),
                shelf.audit());
    }

    private HoldChange hold() {
        return new HoldChange(shelf.owners(), shelf.pending(), rule, shelf.takings(), () -> now);
    }

    private LiveArrangement arrangement() {
        return new LiveArrangement(
                new Settings(new Keys(configured)), new AddressGuard(List.of("127.0.0.1")), InstantSource.system());
    }
}
