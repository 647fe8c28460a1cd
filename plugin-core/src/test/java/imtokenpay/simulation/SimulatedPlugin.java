package imtokenpay.simulation;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Heads;
import imtokenpay.chain.watch.Pace;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.flow.deliver.DeliverWebhooks;
import imtokenpay.flow.deliver.DeliveryBook;
import imtokenpay.flow.demand.Demand;
import imtokenpay.flow.demand.MeasureDemand;
import imtokenpay.flow.demand.RefundDemand;
import imtokenpay.flow.receive.LeaseSlot;
import imtokenpay.flow.receive.ShownAddresses;
import imtokenpay.flow.refund.FollowRefunds;
import imtokenpay.flow.refund.PayeeAddresses;
import imtokenpay.flow.refund.RecordRefund;
import imtokenpay.flow.request.CancelPayment;
import imtokenpay.flow.request.Limits;
import imtokenpay.flow.request.RequestPayment;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.flow.watch.AdvancePayments;
import imtokenpay.flow.watch.Look;
import imtokenpay.flow.watch.RecordTransfers;
import imtokenpay.flow.watch.WatchChain;
import imtokenpay.flow.watch.WatchState;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.Store;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.Refusal;
import imtokenpay.quote.Rate;
import imtokenpay.store.RefundSteps;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookTransport;
import imtokenpay.webhook.trouble.MemoryDisabledEndpoints;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/// One node of the plugin: the production classes on a database in memory. What the container does by annotation, a
/// transaction around each use case, is done here by hand.
final class SimulatedPlugin {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(5), Duration.ofDays(30));
    static final Store STORE = new Store("shop", "Shop", Set.of());
    static final WebhookEndpoint ENDPOINT = new WebhookEndpoint(
            "shop",
            URI.create("https://shop.example/hook"),
            Signature.Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    private final MemoryStore store;
    private final String name;
    private final RequestPayment request;
    private final CancelPayment cancel;
    private final WatchChain watch;
    private final DeliverWebhooks deliver;
    private final RefundSteps refunds;

    SimulatedPlugin(
            String name, MemoryStore store, SimulatedClock clock, WebhookTransport shop, RandomGenerator random) {
        this(name, new Surroundings(store, clock, shop), random, new Assembly());
    }

    /// What a node has around it.
    record Surroundings(MemoryStore store, SimulatedClock clock, WebhookTransport shop) {}

    SimulatedPlugin(String name, Surroundings around, RandomGenerator random, Assembly parts) {
        var clock = around.clock();
        this.name = name;
        this.store = around.store();
        var chains = parts.chains(store, clock);
        var merchant = parts.merchant(store);
        var payments = new MemoryPayments(store);
        var ledger = parts.ledger(store);
        var outbox = parts.outbox(store, around.shop());
        var show = new ShowPayment(payments, ledger, chains, merchant);
        var announce = new AnnouncePayment(outbox, show, id -> "https://pay.example/pay/" + id, new Nobody(), clock);
        var advance = parts.advance(payments, ledger, announce);
        var slots = new LeaseSlot(merchant, merchant, asset -> store.mode(), random);
        var shelf = new RequestPayment.Shelf(merchant, slots, payments, chains, LIMITS);
        request = new RequestPayment(shelf, NoCampaigns.quotes(SimulatedPlugin::rate, clock), payments, clock, random);
        cancel = new CancelPayment(payments, ledger, announce, clock);
        var back = new MemoryRefunds(store);
        refunds = RefundSteps.of(
                new RefundSteps.Books(back, back.payouts(), payments, merchant, merchant),
                show,
                announce,
                new RecordRefund.Names(random, clock),
                deed -> {});
        watch = new WatchChain(
                new TransactionalState(chains, merchant, back, clock),
                new TransactionalRecord(
                        new RecordTransfers.Shelf(chains, ledger, merchant, payments), advance, refunds.follow()),
                new TransactionalDemand(chains, merchant, payments, ledger, back),
                new Nobody(),
                clock);
        deliver = new DeliverWebhooks(
                new TransactionalBook(outbox, clock),
                storeId -> Optional.of(ENDPOINT),
                around.shop(),
                new Nobody(),
                clock);
    }

    private static Optional<Rate> rate(Asset asset, Currency currency) {
        return currency.getCurrencyCode().equals("USD") ? Optional.of(Rate.fixed(BigDecimal.ONE)) : Optional.empty();
    }

    boolean look(ChainReader reader) {
        return look(reader, new Heads.None());
    }

    /// Looks, where somebody tells of new blocks.
    boolean look(ChainReader reader, Heads heads) {
        return watch.look(new WatchedChain(reader, new Pace.Fixed(Duration.ZERO), heads), name) != Look.FAILED;
    }

    void deliver() {
        while (deliver.deliver(STORE.id())) {
            // One delivery a time, until nothing is due.
        }
    }

    Optional<PaymentId> asks(PaymentRequest wanted, String key) {
        try {
            var idempotency = new RequestPayment.Idempotency(key, "hash");
            return Optional.of(tx(() -> request.request(STORE, wanted, idempotency))
                    .payment()
                    .id());
        } catch (Refusal | MemoryStore.Collision refusal) {
            return Optional.empty();
        }
    }

    void cancels(PaymentId id) {
        try {
            tx(() -> cancel.cancel(id));
        } catch (Refusal refusal) {
            // Money was seen, or it has ended: nothing changed, and that is what is looked at afterwards.
        }
    }

    /// Something that one does with refunds.
    interface RefundStep<T> {
        T with(RefundSteps steps) throws Refusal;
    }

    /// Does it, or is refused.
    <T> T refunds(RefundStep<T> step) throws Refusal {
        return tx(() -> step.with(refunds));
    }

    private <T> T tx(Callable<T> step) throws Refusal {
        try {
            return store.inTransaction(step);
        } catch (Refusal | RuntimeException expected) {
            throw expected;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    private void surely(Runnable step) {
        sure(() -> {
            step.run();
            return true;
        });
    }

    private <T> T sure(Callable<T> step) {
        try {
            return tx(step);
        } catch (Refusal impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private final class TransactionalRecord extends RecordTransfers {
        TransactionalRecord(Shelf shelf, AdvancePayments advance, FollowRefunds refunds) {
            super(shelf, advance, refunds);
        }

        @Override
        public int record(Lease lease, ChainTail known, Reading reading) {
            return sure(() -> super.record(lease, known, reading));
        }

        @Override
        public int recordAgain(Lease lease, long from, long to, List<Transfer> transfers) {
            return sure(() -> super.recordAgain(lease, from, to, transfers));
        }
    }

    private final class TransactionalDemand extends MeasureDemand {
        TransactionalDemand(
                MemoryChain chains,
                MemoryMerchant merchant,
                MemoryPayments payments,
                MemoryPayments.MemoryLedger ledger,
                MemoryRefunds back) {
            super(chains, merchant, payments, ledger, new RefundDemand(back, back.payouts()));
        }

        @Override
        public Demand of(ChainId chain, Instant now) {
            return sure(() -> super.of(chain, now));
        }
    }

    private final class TransactionalState extends WatchState {
        TransactionalState(MemoryChain chains, MemoryMerchant merchant, MemoryRefunds back, InstantSource clock) {
            super(
                    new Shelf(chains, chains, merchant, new MemoryPayments(SimulatedPlugin.this.store)),
                    new ShownAddresses(merchant, merchant, asset -> store.mode(), clock),
                    new PayeeAddresses(back, clock));
        }

        @Override
        public Optional<Lease> lease(ChainId chain, String node) {
            return sure(() -> super.lease(chain, node));
        }

        @Override
        public Optional<ChainTail> tail(ChainId chain) {
            return sure(() -> super.tail(chain));
        }

        @Override
        public void begin(Lease lease, BlockRef head) {
            surely(() -> super.begin(lease, head));
        }

        @Override
        public long lookedAgain(ChainId chain) {
            return sure(() -> super.lookedAgain(chain));
        }

        @Override
        public void skip(Lease lease, ChainTail known, BlockRef later) {
            surely(() -> super.skip(lease, known, later));
        }

        @Override
        public Watch watch(ChainId chain) {
            return sure(() -> super.watch(chain));
        }

        @Override
        public List<AcceptedAsset> accepted(ChainId chain) {
            return sure(() -> super.accepted(chain));
        }

        @Override
        public void verified(Asset asset) {
            surely(() -> super.verified(asset));
        }
    }

    private final class TransactionalBook extends DeliveryBook {
        TransactionalBook(MemoryOutbox outbox, SimulatedClock clock) {
            super(
                    outbox,
                    storeId -> Optional.of(ENDPOINT),
                    new MemoryDisabledEndpoints(),
                    clock,
                    new SplittableRandom(0));
        }

        @Override
        public List<Delivery> claim(String storeId) {
            return sure(() -> super.claim(storeId));
        }

        @Override
        public void attempted(List<Tried> tried) {
            surely(() -> super.attempted(tried));
        }
    }
}
