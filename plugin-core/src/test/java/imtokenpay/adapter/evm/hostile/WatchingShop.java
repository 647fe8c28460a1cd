package imtokenpay.adapter.evm.hostile;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Pace;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.TransactionAnswer;
import imtokenpay.chain.watch.Watch;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.flow.demand.Demand;
import imtokenpay.flow.demand.MeasureDemand;
import imtokenpay.flow.demand.RefundDemand;
import imtokenpay.flow.find.EnterBlock;
import imtokenpay.flow.find.JudgeMoves;
import imtokenpay.flow.find.ReadBlockAgain;
import imtokenpay.flow.monitor.PaymentMonitor;
import imtokenpay.flow.monitor.WatchMonitor;
import imtokenpay.flow.receive.LeaseSlot;
import imtokenpay.flow.receive.ShownAddresses;
import imtokenpay.flow.refund.FollowRefunds;
import imtokenpay.flow.refund.PayeeAddresses;
import imtokenpay.flow.request.Limits;
import imtokenpay.flow.request.QuoteOrder;
import imtokenpay.flow.request.RequestPayment;
import imtokenpay.flow.seen.Seen;
import imtokenpay.flow.seen.ShowSeen;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.flow.watch.AdvancePayments;
import imtokenpay.flow.watch.Look;
import imtokenpay.flow.watch.RecordTransfers;
import imtokenpay.flow.watch.WatchChain;
import imtokenpay.flow.watch.WatchState;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.Store;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.money.Price;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.Refusal;
import imtokenpay.quote.Rate;
import imtokenpay.store.RefundSteps;
import imtokenpay.store.Shelf;
import imtokenpay.store.StoreDatabase;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The production steps of a shop that watches a chain, on a real database: to see that a fault changes nothing in it.
public final class WatchingShop {
    private static final Store STORE = new Store("books", "Books", Set.of());
    private static final List<String> KEPT = List.of(
            "select * from accepted_asset order by 1",
            "select * from payment order by 1",
            "select * from receiving_slot order by 1, 2, 3",
            "select chain, epoch, height, as_of from chain_cursor order by 1",
            "select * from chain_block order by 1, 2",
            "select * from transfer order by 1, 2, 3",
            "select * from webhook_event order by 1");

    private final StoreDatabase database;
    private final Shelf shelf;
    private final InstantSource clock;
    private final WatchChain watch;
    private final RecordTransfers record;
    private volatile ReceivingMode mode = new ReceivingMode.Shared();

    /// Opens with nothing in the database.
    public WatchingShop(StoreDatabase database, InstantSource clock) {
        this(database.emptied(), clock, new WatchMonitor() {});
    }

    /// The same shop after a restart: what it knows is in the database alone.
    public WatchingShop restarted() {
        var again = new WatchingShop(database, clock, new WatchMonitor() {});
        again.mode = mode;
        return again;
    }

    /// On what is in the database, and somebody hears how the watching goes.
    WatchingShop(StoreDatabase database, InstantSource clock, WatchMonitor monitor) {
        this.database = database;
        this.shelf = database.shelf();
        this.clock = clock;
        var show = new ShowPayment(shelf.payments(), shelf.ledger(), shelf.cursors(), shelf.assets());
        var announce = new AnnouncePayment(
                shelf.outbox(), show, id -> "https://pay.example/" + id, new PaymentMonitor() {}, clock);
        var advance = new AdvancePayments(shelf.payments(), shelf.ledger(), announce);
        var refunds = RefundSteps.of(RefundSteps.Books.of(shelf), show, announce, clock)
                .follow();
        this.record = recording(advance, refunds);
        this.watch = new WatchChain(state(), record, demand(), monitor, clock);
    }

    void accepts(Asset asset) {
        var standing = new AcceptedAsset.Standing(false, true);
        accepts(new AcceptedAsset(asset, "Ethereum", new Address(Desk.SHOP), new Finality.Depth(1), standing));
    }

    public void accepts(AcceptedAsset accepted) {
        shelf.transactions().run(() -> shelf.assets().provide(accepted));
    }

    /// Asks for a payment of 25 dollars.
    public Payment asks(Asset asset) throws Refusal {
        var request = new PaymentRequest(
                "order-" + UUID.randomUUID(),
                Price.of("25.00", "USD"),
                asset.id(),
                new PaymentRequest.Wording("", ""),
                PaymentRequest.References.NONE);
        var slots = new LeaseSlot(shelf.slots(), shelf.fresh(), any -> mode, new SecureRandom());
        var limits = new Limits(Duration.ofDays(7), Duration.ofDays(30));
        var step = new RequestPayment(
                new RequestPayment.Shelf(shelf.assets(), slots, shelf.payments(), shelf.cursors(), limits),
                new QuoteOrder(
                        (any, currency) -> Optional.of(Rate.fixed(BigDecimal.ONE)), shelf.discounts(clock), clock),
                shelf.keys(),
                clock,
                new SecureRandom());
        var idempotency = new RequestPayment.Idempotency(request.orderRef(), "hash");
        return shelf.transactions()
                .<Payment, Refusal>in(
                        () -> step.request(STORE, request, idempotency).payment());
    }

    /// From now on payments are told from each other like that.
    public void tellsApartBy(ReceivingMode by) {
        mode = by;
    }

    /// All that it keeps.
    public Shelf shelf() {
        return shelf;
    }

    /// Looks at the chain once.
    public boolean looks(ChainReader reader) {
        return watch.look(new WatchedChain(reader, new Pace.Fixed(Duration.ZERO)), "node") != Look.FAILED;
    }

    /// What its shoppers are told of money on its way, by whoever read the chain with that reader.
    public Optional<Seen> seen(Payment payment, ChainReader reader) {
        return Optional.ofNullable(in(() -> new ShowSeen(chains(reader), shelf.slots())
                .of(List.of(shelf.payments().byId(payment.id()).orElseThrow()))
                .get(payment.id())));
    }

    /// A person has the block of a transaction read again.
    ReadBlockAgain.Outcome readsAgain(ChainReader reader, String hash) {
        var judge = new JudgeMoves(shelf.assets(), shelf.money().lists().search(), shelf.cursors()) {
            @Override
            public Judged judge(ChainId chain, TransactionAnswer answer) {
                return in(() -> super.judge(chain, answer));
            }
        };
        var enter = new EnterBlock(state(), record, shelf.audit()) {
            @Override
            public int enter(Lease lease, Wanted wanted, List<Transfer> transfers) {
                return in(() -> super.enter(lease, wanted, transfers));
            }
        };
        return new ReadBlockAgain(chains(reader), state(), judge, enter).again(hash, "anna");
    }

    private static WatchedChains chains(ChainReader reader) {
        return new WatchedChains() {
            @Override
            public List<WatchedChain> all() {
                return List.of(new WatchedChain(reader, new Pace.Fixed(Duration.ZERO)));
            }

            @Override
            public String node() {
                return "node";
            }
        };
    }

    /// Everything that is kept, but for who has the lease until when.
    public List<String> kept() {
        var rows = new ArrayList<String>();
        KEPT.forEach(question -> rows.addAll(database.query(question)));
        return rows;
    }

    public String status(Payment payment) {
        return shelf.transactions()
                .<String, RuntimeException>in(() -> shelf.payments()
                        .byId(payment.id())
                        .orElseThrow()
                        .standing()
                        .status()
                        .name());
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return shelf.transactions().<T, RuntimeException>in(work::get);
    }

    private RecordTransfers recording(AdvancePayments advance, FollowRefunds refunds) {
        var books = new RecordTransfers.Shelf(shelf.cursors(), shelf.ledger(), shelf.slots(), shelf.payments());
        return new RecordTransfers(books, advance, refunds) {
            @Override
            public int record(Lease lease, ChainTail known, Reading reading) {
                return in(() -> super.record(lease, known, reading));
            }

            @Override
            public int recordAgain(Lease lease, long from, long to, List<Transfer> transfers) {
                return in(() -> super.recordAgain(lease, from, to, transfers));
            }
        };
    }

    private MeasureDemand demand() {
        var refunds = new RefundDemand(shelf.refunds(), shelf.payouts());
        return new MeasureDemand(shelf.cursors(), shelf.slots(), shelf.payments(), shelf.ledger(), refunds) {
            @Override
            public Demand of(ChainId chain, Instant now) {
                return in(() -> super.of(chain, now));
            }
        };
    }

    private WatchState state() {
        var shown = new ShownAddresses(shelf.slots(), shelf.fresh(), any -> mode, clock);
        var payees = new PayeeAddresses(shelf.refunds(), clock);
        return new WatchState(
                new WatchState.Shelf(shelf.leases(), shelf.cursors(), shelf.assets(), shelf.payments()),
                shown,
                payees) {
            @Override
            public Optional<Lease> lease(ChainId chain, String node) {
                return in(() -> super.lease(chain, node));
            }

            @Override
            public Optional<ChainTail> tail(ChainId chain) {
                return in(() -> super.tail(chain));
            }

            @Override
            public void begin(Lease lease, BlockRef head) {
                shelf.transactions().run(() -> super.begin(lease, head));
            }

            @Override
            public long lookedAgain(ChainId chain) {
                return in(() -> super.lookedAgain(chain));
            }

            @Override
            public void skip(Lease lease, ChainTail known, BlockRef later) {
                shelf.transactions().run(() -> super.skip(lease, known, later));
            }

            @Override
            public Watch watch(ChainId chain) {
                return in(() -> super.watch(chain));
            }

            @Override
            public List<AcceptedAsset> accepted(ChainId chain) {
                return in(() -> super.accepted(chain));
            }

            @Override
            public void verified(Asset asset) {
                shelf.transactions().run(() -> super.verified(asset));
            }
        };
    }
}
