package imtokenpay.store.crash;

import imtokenpay.chain.Finality;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.Pace;
import imtokenpay.chain.watch.WatchLease;
import imtokenpay.flow.deliver.DeliverWebhooks;
import imtokenpay.flow.monitor.WatchMonitor;
import imtokenpay.flow.monitor.WebhookMonitor;
import imtokenpay.flow.request.CancelPayment;
import imtokenpay.flow.request.RequestPayment;
import imtokenpay.flow.watch.Look;
import imtokenpay.flow.watch.WatchChain;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.Store;
import imtokenpay.money.Asset;
import imtokenpay.money.Price;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.Refusal;
import imtokenpay.store.StoreDatabase;
import imtokenpay.store.crash.World.Asked;
import imtokenpay.store.crash.World.Order;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookTransport;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// One life of the plugin in a plain JVM: it goes on where the world is, until the world ends or it dies.
final class Node {
    private static final Store STORE = new Store("books", "Books", Set.of());
    private static final String SECRET = "whsec_" + "a".repeat(32);
    private static final int TRIES_MAX = 100;
    private static final int HOURS_MAX = 24 * 14;

    private final StoreDatabase database;
    private final World world;
    private final Diary diary;
    private final Death death;
    private final RequestPayment request;
    private final CancelPayment cancel;
    private final WatchChain watch;
    private final DeliverWebhooks deliver;
    private final ChainReader reader;
    private final String name = "node-" + UUID.randomUUID();
    private Instant now = World.time(0);
    private int tick;

    Node(StoreDatabase database, World world, Diary diary, Death death) {
        this(database, world, diary, death, Twist.NONE);
    }

    /// What is between a node and the rest, to be otherwise than usual.
    record Twist(UnaryOperator<WatchLease> leases, UnaryOperator<ChainReader> reader) {
        static final Twist NONE = new Twist(leases -> leases, reader -> reader);
    }

    Node(StoreDatabase database, World world, Diary diary, Death death, Twist twist) {
        this.database = database;
        this.world = world;
        this.diary = diary;
        this.death = death;
        var steps = new Steps(database.shelf(), death, () -> now, twist.leases());
        var endpoint =
                new WebhookEndpoint("books", URI.create("https://books.example"), Signature.Secret.parse(SECRET));
        var shop = death.around(WebhookTransport.class, new ScriptedShop(diary));
        this.request = steps.request();
        this.cancel = steps.cancel();
        this.watch = new WatchChain(steps.state(), steps.record(), steps.demand(), new WatchMonitor() {}, () -> now);
        this.deliver = new DeliverWebhooks(
                steps.book(), store -> Optional.of(endpoint), shop, new WebhookMonitor() {}, () -> now);
        var scripted = new ScriptedReader(() -> world.chain(tick, diary.asked()));
        this.reader = death.around(ChainReader.class, twist.reader().apply(scripted));
        insist(() -> steps.provide(List.of(accepted(World.USDT), accepted(World.ETH))));
    }

    private static AcceptedAsset accepted(Asset asset) {
        var standing = new AcceptedAsset.Standing(false, true);
        return new AcceptedAsset(asset, "Ethereum", World.SHOP, new Finality.Depth(3), standing);
    }

    /// Lives to the end of the world, and on until every event is delivered.
    void live() {
        // Whoever held the lease before is dead, and its time has run out meanwhile.
        database.execute("update chain_cursor set leased_until = current_timestamp");
        for (var next = diary.tick() + 1; next <= World.TICKS; next++) {
            serve(next);
            insist(this::look);
            insist(this::deliver);
            diary.tickIsOver(next);
            death.tickIsOver();
            death.at("between two ticks");
        }
        deliverAll();
    }

    /// Delivers until nothing is due any more, however much later that is.
    void deliverAll() {
        for (var hour = 0; hour < HOURS_MAX && !isAllDelivered(); hour++) {
            now = World.time(World.TICKS + 1).plus(Duration.ofHours(hour));
            insist(this::deliver);
        }
    }

    /// The name under which it holds the lease.
    String name() {
        return name;
    }

    /// It is that tick now, and the shop does what it does then.
    void serve(int next) {
        at(next);
        world.orders().forEach(this::serve);
    }

    /// It is that tick now.
    void at(int next) {
        tick = next;
        now = World.time(next);
    }

    /// Looks at the chain once.
    Look lookOnce() {
        return watch.look(new WatchedChain(reader, new Pace.Fixed(Duration.ZERO)), name);
    }

    /// Delivers what is due.
    void deliver() {
        deliver.deliver(STORE.id());
    }

    private void look() {
        if (lookOnce() == Look.FAILED) {
            throw new IllegalStateException("the look failed");
        }
    }

    private void serve(Order order) {
        var asked = diary.asked();
        if (order.askedAt() <= tick && !asked.containsKey(order.number())) {
            insist(() -> ask(order));
        }
        if (order.isCancelledAt(tick)) {
            insist(() -> cancel(new PaymentId(asked.get(order.number()).paymentId())));
        }
    }

    private void ask(Order order) {
        var wording = new PaymentRequest.Wording("", "");
        var price = Price.of((order.number() + 1) * 10 + ".00", "USD");
        var wanted =
                new PaymentRequest(order.ref(), price, order.asset().id(), wording, PaymentRequest.References.NONE);
        try {
            var payment = request.request(STORE, wanted, new RequestPayment.Idempotency(order.ref(), "hash"))
                    .payment();
            diary.asked(
                    order.number(),
                    new Asked(payment.id().text(), payment.terms().due().units()));
        } catch (Refusal refusal) {
            throw new IllegalStateException(refusal);
        }
    }

    private void cancel(PaymentId id) {
        try {
            cancel.cancel(id);
        } catch (Refusal tooLate) {
            // Money was seen; the shopper has paid after all.
        }
    }

    boolean isAllDelivered() {
        return database.query("select id from webhook_event where state = 'due'")
                .isEmpty();
    }

    // As the timers do: what failed is tried again.
    private static void insist(Runnable step) {
        for (var i = 1; ; i++) {
            try {
                step.run();
                return;
            } catch (RuntimeException trouble) {
                if (i == TRIES_MAX) {
                    throw trouble;
                }
            }
        }
    }
}
