package imtokenpay.store.crash;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.chain.watch.WatchLease;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.flow.campaign.TakeDiscount;
import imtokenpay.flow.deliver.DeliveryBook;
import imtokenpay.flow.demand.Demand;
import imtokenpay.flow.demand.MeasureDemand;
import imtokenpay.flow.demand.RefundDemand;
import imtokenpay.flow.monitor.PaymentMonitor;
import imtokenpay.flow.receive.LeaseSlot;
import imtokenpay.flow.receive.ShownAddresses;
import imtokenpay.flow.refund.PayeeAddresses;
import imtokenpay.flow.request.CancelPayment;
import imtokenpay.flow.request.IdempotencyKeys;
import imtokenpay.flow.request.Limits;
import imtokenpay.flow.request.QuoteOrder;
import imtokenpay.flow.request.RequestPayment;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.flow.watch.AdvancePayments;
import imtokenpay.flow.watch.RecordTransfers;
import imtokenpay.flow.watch.WatchState;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.FreshAddresses;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.merchant.Store;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.Payments;
import imtokenpay.payment.Refusal;
import imtokenpay.quote.Rate;
import imtokenpay.refund.Payouts;
import imtokenpay.refund.Refunds;
import imtokenpay.store.RefundSteps;
import imtokenpay.store.Shelf;
import imtokenpay.store.Transactions;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.Outbox;
import imtokenpay.webhook.trouble.MemoryDisabledEndpoints;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// The production steps on collections that one can die at, each in the transaction that CDI would give it.
final class Steps {
    private final Transactions transactions;
    private final Death death;
    private final InstantSource clock;
    private final ChainCursors cursors;
    private final WatchLease leases;
    private final AcceptedAssets assets;
    private final ReceivingSlots slots;
    private final FreshAddresses fresh;
    private final Payments payments;
    private final Ledger ledger;
    private final Refunds refunds;
    private final Payouts payouts;
    private final Outbox outbox;
    private final IdempotencyKeys keys;
    private final TakeDiscount discounts;

    Steps(Shelf shelf, Death death, InstantSource clock) {
        this(shelf, death, clock, leases -> leases);
    }

    /// @param terms what becomes of the leases
    Steps(Shelf shelf, Death death, InstantSource clock, UnaryOperator<WatchLease> terms) {
        this.transactions = shelf.transactions();
        this.death = death;
        this.clock = clock;
        this.cursors = death.around(ChainCursors.class, shelf.cursors());
        this.leases = death.around(WatchLease.class, terms.apply(shelf.leases()));
        this.assets = death.around(AcceptedAssets.class, shelf.assets());
        this.slots = death.around(ReceivingSlots.class, shelf.slots());
        this.fresh = death.around(FreshAddresses.class, shelf.fresh());
        this.payments = death.around(Payments.class, shelf.payments());
        this.ledger = death.around(Ledger.class, shelf.ledger());
        this.refunds = death.around(Refunds.class, shelf.refunds());
        this.payouts = death.around(Payouts.class, shelf.payouts());
        this.outbox = death.around(Outbox.class, shelf.outbox());
        this.keys = death.around(IdempotencyKeys.class, shelf.keys());
        this.discounts = shelf.discounts(clock);
    }

    private <T, X extends Exception> T in(String step, Transactions.Work<T, X> work) throws X {
        var answer = transactions.<T, X>in(() -> {
            var made = work.run();
            death.at("at the end of " + step);
            return made;
        });
        death.at("after " + step);
        return answer;
    }

    private void run(String step, Runnable work) {
        this.<Boolean, RuntimeException>in(step, () -> {
            work.run();
            return true;
        });
    }

    void provide(List<AcceptedAsset> accepted) {
        run("providing", () -> accepted.forEach(assets::provide));
    }

    RequestPayment request() {
        var limits = new Limits(World.WINDOW, Duration.ofDays(30));
        var lease = new LeaseSlot(slots, fresh, asset -> new ReceivingMode.Shared(), new SecureRandom());
        var shelf = new RequestPayment.Shelf(assets, lease, payments, cursors, limits);
        var quotes = new QuoteOrder((asset, currency) -> Optional.of(Rate.fixed(BigDecimal.ONE)), discounts, clock);
        return new RequestPayment(shelf, quotes, keys, clock, new SecureRandom()) {
            @Override
            public Requested request(Store store, PaymentRequest request, Idempotency idempotency) throws Refusal {
                return in("requesting", () -> super.request(store, request, idempotency));
            }
        };
    }

    CancelPayment cancel() {
        return new CancelPayment(payments, ledger, announce(), clock) {
            @Override
            public Payment cancel(PaymentId id) throws Refusal {
                return in("cancelling", () -> super.cancel(id));
            }
        };
    }

    RecordTransfers record() {
        var show = new ShowPayment(payments, ledger, cursors, assets);
        var books = new RefundSteps.Books(refunds, payouts, payments, assets, slots);
        return new RecordTransfers(
                new RecordTransfers.Shelf(cursors, ledger, slots, payments),
                new AdvancePayments(payments, ledger, announce()),
                RefundSteps.of(books, show, announce(), clock).follow()) {
            @Override
            public int record(Lease lease, ChainTail known, Reading reading) {
                return in("recording", () -> super.record(lease, known, reading));
            }

            @Override
            public int recordAgain(Lease lease, long from, long to, List<Transfer> transfers) {
                return in("recording again", () -> super.recordAgain(lease, from, to, transfers));
            }
        };
    }

    MeasureDemand demand() {
        return new MeasureDemand(cursors, slots, payments, ledger, new RefundDemand(refunds, payouts)) {
            @Override
            public Demand of(ChainId chain, Instant now) {
                return in("measuring demand", () -> super.of(chain, now));
            }
        };
    }

    DeliveryBook book() {
        return new DeliveryBook(
                outbox, store -> Optional.empty(), new MemoryDisabledEndpoints(), clock, new SplittableRandom(0)) {
            @Override
            public List<Delivery> claim(String storeId) {
                return in("claiming", () -> super.claim(storeId));
            }

            @Override
            public void attempted(List<Tried> tried) {
                run("marking", () -> super.attempted(tried));
            }
        };
    }

    WatchState state() {
        var shown = new ShownAddresses(slots, fresh, asset -> new ReceivingMode.Shared(), clock);
        return new WatchState(
                new WatchState.Shelf(leases, cursors, assets, payments), shown, new PayeeAddresses(refunds, clock)) {
            @Override
            public Optional<Lease> lease(ChainId chain, String node) {
                return in("leasing", () -> super.lease(chain, node));
            }

            @Override
            public long lookedAgain(ChainId chain) {
                return in("looking at the second look", () -> super.lookedAgain(chain));
            }

            @Override
            public void skip(Lease lease, ChainTail known, BlockRef later) {
                run("skipping", () -> super.skip(lease, known, later));
            }

            @Override
            public Optional<ChainTail> tail(ChainId chain) {
                return in("looking at the tail", () -> super.tail(chain));
            }

            @Override
            public void begin(Lease lease, BlockRef head) {
                run("beginning", () -> super.begin(lease, head));
            }

            @Override
            public Watch watch(ChainId chain) {
                return in("looking at what to watch", () -> super.watch(chain));
            }

            @Override
            public List<AcceptedAsset> accepted(ChainId chain) {
                return in("looking at the assets", () -> super.accepted(chain));
            }

            @Override
            public void verified(Asset asset) {
                run("verifying", () -> super.verified(asset));
            }
        };
    }

    private AnnouncePayment announce() {
        var show = new ShowPayment(payments, ledger, cursors, assets);
        return new AnnouncePayment(outbox, show, id -> "https://pay.example/" + id, new PaymentMonitor() {}, clock);
    }
}
