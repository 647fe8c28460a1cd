package imtokenpay.store;

import imtokenpay.adapter.jpa.audit.JpaAudit;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.chain.watch.WatchLease;
import imtokenpay.flow.campaign.TakeDiscount;
import imtokenpay.flow.count.PaymentCounts;
import imtokenpay.flow.notice.Notices;
import imtokenpay.flow.people.OwnerNews;
import imtokenpay.flow.report.RefundReport;
import imtokenpay.flow.report.Reports;
import imtokenpay.flow.request.IdempotencyKeys;
import imtokenpay.flow.resolve.Decisions;
import imtokenpay.flow.retain.PersonalTexts;
import imtokenpay.flow.saved.SavedFilters;
import imtokenpay.flow.setup.Takings;
import imtokenpay.flow.stock.Inventory;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.FreshAddresses;
import imtokenpay.merchant.Owners;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.merchant.factor.SecondFactors;
import imtokenpay.merchant.key.StoreKeys;
import imtokenpay.merchant.setting.KeptSettings;
import imtokenpay.merchant.setting.PendingChanges;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payments;
import imtokenpay.payment.list.PaymentList;
import imtokenpay.payment.list.PaymentSearch;
import imtokenpay.quote.campaign.Campaigns;
import imtokenpay.quote.campaign.Discounts;
import imtokenpay.refund.Payouts;
import imtokenpay.refund.Refunds;
import imtokenpay.webhook.Outbox;
import imtokenpay.webhook.feed.EventFeed;
import imtokenpay.webhook.told.DeliveryList;
import imtokenpay.webhook.trouble.DisabledEndpoints;
import imtokenpay.webhook.trouble.FailedDeliveries;
import java.time.InstantSource;

/// Every collection that we keep, and the transactions that hold them together.
public record Shelf(Transactions transactions, Watching watching, Merchant merchant, Money money, Told told) {
    /// Where we are in each chain, and how much there is of what.
    public record Watching(ChainCursors cursors, WatchLease leases, Inventory inventory, PaymentCounts counts) {}

    /// Who is paid.
    public record Merchant(
            AcceptedAssets assets, ReceivingSlots slots, FreshAddresses fresh, People people, StoreKeys keys) {}

    /// Who may enter.
    public record People(Owners owners, SecondFactors factors, OwnerNews news, SavedFilters filters) {}

    /// What was asked, and what came.
    public record Money(
            Payments payments,
            Lists lists,
            Ledger ledger,
            IdempotencyKeys keys,
            Decided decided,
            Back back,
            Off off,
            Books books) {}

    /// What is told of it afterwards.
    public record Books(Reports reports, RefundReport refunds, PersonalTexts texts) {}

    /// Ways to look through payments.
    public record Lists(PaymentList pages, PaymentSearch search) {}

    /// What people have done.
    public record Decided(Decisions decisions, JpaAudit audit, Choices choices) {}

    /// What admins have set up, and what waits.
    public record Choices(KeptSettings kept, PendingChanges pending, Takings takings) {}

    /// What is taken off.
    public record Off(Campaigns campaigns, Discounts discounts) {}

    /// What goes back.
    public record Back(Refunds refunds, Payouts payouts) {}

    /// What stores are told.
    public record Told(
            Outbox outbox,
            EventFeed feed,
            DisabledEndpoints disabled,
            FailedDeliveries failed,
            DeliveryList list,
            Notices notices) {}

    public ChainCursors cursors() {
        return watching.cursors();
    }

    public WatchLease leases() {
        return watching.leases();
    }

    public PaymentCounts counts() {
        return watching.counts();
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
        return merchant.people().owners();
    }

    public SecondFactors factors() {
        return merchant.people().factors();
    }

    public OwnerNews news() {
        return merchant.people().news();
    }

    public Payments payments() {
        return money.payments();
    }

    public Ledger ledger() {
        return money.ledger();
    }

    public Refunds refunds() {
        return money.back().refunds();
    }

    public Payouts payouts() {
        return money.back().payouts();
    }

    public Outbox outbox() {
        return told.outbox();
    }

    public EventFeed feed() {
        return told.feed();
    }

    public Decisions decisions() {
        return money.decided().decisions();
    }

    public JpaAudit audit() {
        return money.decided().audit();
    }

    public KeptSettings settings() {
        return money.decided().choices().kept();
    }

    public PendingChanges pending() {
        return money.decided().choices().pending();
    }

    public Takings takings() {
        return money.decided().choices().takings();
    }

    public Campaigns campaigns() {
        return money.off().campaigns();
    }

    public Reports reports() {
        return money.books().reports();
    }

    /// The production step that takes discounts.
    public TakeDiscount discounts(InstantSource clock) {
        return new TakeDiscount(campaigns(), money.off().discounts(), clock);
    }

    public IdempotencyKeys keys() {
        return money.keys();
    }
}
