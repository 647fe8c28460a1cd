package imtokenpay.store;

import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.chain.watch.WatchLease;
import imtokenpay.flow.request.IdempotencyKeys;
import imtokenpay.flow.resolve.Decisions;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.FreshAddresses;
import imtokenpay.merchant.Owners;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payments;
import imtokenpay.webhook.Outbox;

/// Every collection that we keep, and the transactions that hold them together.
public record Shelf(Transactions transactions, Watching watching, Merchant merchant, Money money) {
    /// Where we are in each chain.
    public record Watching(ChainCursors cursors, WatchLease leases) {}

    /// Who is paid.
    public record Merchant(AcceptedAssets assets, ReceivingSlots slots, FreshAddresses fresh, Owners owners) {}

    /// What was asked, what came, what is told.
    public record Money(Payments payments, Ledger ledger, Outbox outbox, IdempotencyKeys keys, Decisions decisions) {}

    public ChainCursors cursors() {
        return watching.cursors();
    }

    public WatchLease leases() {
        return watching.leases();
    }

    public AcceptedAssets assets() {
        return merchant.assets();
    }

    public ReceivingSlots slots() {
        return merchant.slots();
    }

    public FreshAddresses fresh() {
        return merchant.fresh();
    }

    public Owners owners() {
        return merchant.owners();
    }

    public Payments payments() {
        return money.payments();
    }

    public Ledger ledger() {
        return money.ledger();
    }

    public Outbox outbox() {
        return money.outbox();
    }

    public Decisions decisions() {
        return money.decisions();
    }

    public IdempotencyKeys keys() {
        return money.keys();
    }
}
