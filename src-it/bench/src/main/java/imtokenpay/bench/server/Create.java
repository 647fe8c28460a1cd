package imtokenpay.bench.server;

import imtokenpay.bench.client.OurReader;
import imtokenpay.bench.report.Line;
import imtokenpay.bench.row.Row;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.flow.receive.LeaseSlot;
import imtokenpay.flow.request.Limits;
import imtokenpay.flow.request.QuoteOrder;
import imtokenpay.flow.request.RequestPayment;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.Store;
import imtokenpay.money.Price;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.Refusal;
import imtokenpay.quote.Rate;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// How many payments a second stores can ask for, beside how many rows a second the same PostgreSQL takes from as many
/// clients. A commit is on the disk before it is answered.
public final class Create implements Row {
    private static final int CLIENTS = 8;
    private static final int WARM_UPS = 8;
    private static final int ROUNDS = 7;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final Store STORE = new Store("books", "Books", Set.of());
    private static final PaymentRequest.Wording WORDING = new PaymentRequest.Wording("2 books", "");
    private static final int PRICES = 1_000_000;

    private final AtomicInteger number = new AtomicInteger();

    @Override
    public String name() {
        return "server.create";
    }

    @Override
    public List<Line> run() {
        try (var postgres = DurablePostgres.started();
                var database = StoreDatabase.at(postgres.address(), JdbcSeam.open());
                var inserts = new Inserts(postgres.address(), CLIENTS);
                var clients = new Clients(CLIENTS)) {
            var request = ready(database);
            var ours = new ArrayList<Double>();
            var theirs = new ArrayList<Double>();
            for (var round = 0; round < WARM_UPS + ROUNDS; round++) {
                ours.add(clients.rate(ROUND, () -> create(database, request)));
                theirs.add(clients.rate(ROUND, inserts::insert));
            }
            var created = median(ours);
            var inserted = median(theirs);
            return List.of(new Line(
                    name(),
                    created / inserted,
                    "x single-row inserts",
                    new Line.Goal.AtLeast(0.5),
                    Map.of("payments/s", created, "inserts/s", inserted, "clients", CLIENTS)));
        }
    }

    private static double median(List<Double> rates) {
        var sorted = rates.subList(WARM_UPS, rates.size()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static RequestPayment ready(StoreDatabase database) {
        var shelf = database.shelf();
        var receiver = OurReader.receivers(1).iterator().next();
        var standing = new AcceptedAsset.Standing(false, true);
        shelf.transactions().run(() -> {
            shelf.assets()
                    .provide(new AcceptedAsset(OurReader.TOKEN, "Canned", receiver, new Finality.Depth(12), standing));
            shelf.assets().verified(OurReader.TOKEN.id());
            var chain = OurReader.TOKEN.chain();
            var lease = shelf.leases()
                    .acquire(chain, "bench", Duration.ofMinutes(5))
                    .orElseThrow();
            shelf.cursors().begin(lease, OurReader.block(1), new ChainView(chain, 1, Instant.now()));
        });
        var modes =
                new LeaseSlot(shelf.slots(), shelf.fresh(), asset -> new ReceivingMode.Shared(), new SecureRandom());
        var limits = new Limits(Duration.ofMinutes(15), Duration.ofDays(30));
        return new RequestPayment(
                new RequestPayment.Shelf(shelf.assets(), modes, shelf.payments(), shelf.cursors(), limits),
                new QuoteOrder(
                        (asset, currency) -> Optional.of(Rate.fixed(BigDecimal.ONE)),
                        shelf.discounts(InstantSource.system()),
                        InstantSource.system()),
                shelf.keys(),
                InstantSource.system(),
                new SecureRandom());
    }

    private void create(StoreDatabase database, RequestPayment request) {
        var order = number.incrementAndGet();
        var price = Price.of(10 + order % PRICES / 100 + "." + (10 + order % 90), "USD");
        var wanted = new PaymentRequest(
                "order-" + order, price, OurReader.TOKEN.id(), WORDING, PaymentRequest.References.NONE);
        var key = new RequestPayment.Idempotency("key-" + order, "hash");
        try {
            database.shelf()
                    .transactions()
                    .<RequestPayment.Requested, Refusal>in(() -> request.request(STORE, wanted, key));
        } catch (Refusal refused) {
            throw new IllegalStateException(refused);
        }
    }
}
