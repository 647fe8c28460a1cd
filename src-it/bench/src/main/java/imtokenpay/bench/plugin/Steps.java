package imtokenpay.bench.plugin;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.flow.demand.Demand;
import imtokenpay.flow.demand.MeasureDemand;
import imtokenpay.flow.demand.RefundDemand;
import imtokenpay.flow.monitor.PaymentMonitor;
import imtokenpay.flow.receive.ShownAddresses;
import imtokenpay.flow.refund.PayeeAddresses;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.flow.watch.AdvancePayments;
import imtokenpay.flow.watch.RecordTransfers;
import imtokenpay.flow.watch.WatchState;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.store.RefundSteps;
import imtokenpay.store.Shelf;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The production steps, each in the transaction that the container would give it.
record Steps(Shelf shelf, InstantSource clock) {
    RecordTransfers record() {
        var show = new ShowPayment(shelf.payments(), shelf.ledger(), shelf.cursors(), shelf.assets());
        var announce = new AnnouncePayment(
                shelf.outbox(), show, id -> "https://pay.example/" + id, new PaymentMonitor() {}, clock);
        var advance = new AdvancePayments(shelf.payments(), shelf.ledger(), announce);
        var books = new RecordTransfers.Shelf(shelf.cursors(), shelf.ledger(), shelf.slots(), shelf.payments());
        var refunds = RefundSteps.of(RefundSteps.Books.of(shelf), show, announce, clock);
        return new RecordTransfers(books, advance, refunds.follow()) {
            @Override
            public int record(Lease lease, ChainTail known, Reading reading) {
                return shelf.transactions().in(() -> super.record(lease, known, reading));
            }

            @Override
            public int recordAgain(Lease lease, long from, long to, List<Transfer> transfers) {
                return shelf.transactions().in(() -> super.recordAgain(lease, from, to, transfers));
            }
        };
    }

    MeasureDemand demand() {
        var refunds = new RefundDemand(shelf.refunds(), shelf.payouts());
        return new MeasureDemand(shelf.cursors(), shelf.slots(), shelf.payments(), shelf.ledger(), refunds) {
            @Override
            public Demand of(ChainId chain, Instant now) {
                return shelf.transactions().in(() -> super.of(chain, now));
            }
        };
    }

    WatchState state() {
        var shown = new ShownAddresses(shelf.slots(), shelf.fresh(), asset -> new ReceivingMode.Shared(), clock);
        var payees = new PayeeAddresses(shelf.refunds(), clock);
        var books = new WatchState.Shelf(shelf.leases(), shelf.cursors(), shelf.assets(), shelf.payments());
        return new WatchState(books, shown, payees) {
            @Override
            public Optional<Lease> lease(ChainId chain, String node) {
                return shelf.transactions().in(() -> super.lease(chain, node));
            }

            @Override
            public Optional<ChainTail> tail(ChainId chain) {
                return shelf.transactions().in(() -> super.tail(chain));
            }

            @Override
            public long lookedAgain(ChainId chain) {
                return shelf.transactions().in(() -> super.lookedAgain(chain));
            }

            @Override
            public void begin(Lease lease, BlockRef block) {
                shelf.transactions().run(() -> super.begin(lease, block));
            }

            @Override
            public void skip(Lease lease, ChainTail known, BlockRef later) {
                shelf.transactions().run(() -> super.skip(lease, known, later));
            }

            @Override
            public Watch watch(ChainId chain) {
                return shelf.transactions().in(() -> super.watch(chain));
            }

            @Override
            public List<AcceptedAsset> accepted(ChainId chain) {
                return shelf.transactions().in(() -> super.accepted(chain));
            }

            @Override
            public void verified(Asset asset) {
                shelf.transactions().run(() -> super.verified(asset));
            }
        };
    }
}
