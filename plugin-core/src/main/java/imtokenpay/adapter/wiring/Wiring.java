package imtokenpay.adapter.wiring;

import imtokenpay.adapter.http.AddressGuard;
import imtokenpay.adapter.http.HttpWebhookTransport;
import imtokenpay.adapter.metrics.figure.Export;
import imtokenpay.adapter.metrics.pulse.Patience;
import imtokenpay.chain.Spelling;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.chain.watch.WatchLease;
import imtokenpay.flow.caller.CallRates;
import imtokenpay.flow.caller.TrustedProxies;
import imtokenpay.flow.campaign.ManageCampaigns;
import imtokenpay.flow.deliver.MendDeliveries;
import imtokenpay.flow.factor.FactorRule;
import imtokenpay.flow.find.FindPayments;
import imtokenpay.flow.receive.LeaseSlot;
import imtokenpay.flow.refund.RecordRefund;
import imtokenpay.flow.refund.ShowRefunds;
import imtokenpay.flow.request.Limits;
import imtokenpay.flow.request.RequestPayment;
import imtokenpay.flow.resolve.Decisions;
import imtokenpay.flow.resolve.ResolvePayment;
import imtokenpay.flow.retain.Retention;
import imtokenpay.flow.setup.ChangeRule;
import imtokenpay.flow.watch.RecordTransfers;
import imtokenpay.flow.watch.WatchState;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.merchant.Stores;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payments;
import imtokenpay.payment.list.PaymentList;
import imtokenpay.payment.list.PaymentSearch;
import imtokenpay.refund.Refunds;
import imtokenpay.webhook.trouble.DisabledEndpoints;
import imtokenpay.webhook.trouble.FailedDeliveries;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Makes what has no constructor that CDI could call.
@Dependent
public class Wiring {
    private static final int WINDOW_SECONDS_DEFAULT = 900;
    private static final int WATCHED_AFTERWARDS_DAYS = 30;
    private static final String RETENTION_DAYS = "imtoken.retention.days";
    private static final String SECOND_FACTOR = "imtoken.admin.second-factor";
    private static final String CHANGE_DELAY = "imtoken.admin.change-delay-hours";
    private static final int CHANGE_DELAY_HOURS_DEFAULT = 24;
    private static final String FOUR_EYES = "imtoken.admin.four-eyes";
    private static final String STALLED = "imtoken.health.stalled-seconds";
    // A shopper's patience. Shorter than a look may take, it would be red for nothing.
    private static final int STALLED_SECONDS_DEFAULT = 120;
    private static final int STALLED_SECONDS_MIN = 20;
    private static final int STALLED_SECONDS_MAX = 3_600;

    @Produces
    @Singleton
    InstantSource clock() {
        return Time.system();
    }

    @Produces
    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    Limits limits(Settings settings) {
        return new Limits(
                Duration.ofSeconds(settings.number("imtoken.payment.window-seconds", WINDOW_SECONDS_DEFAULT)),
                Duration.ofDays(WATCHED_AFTERWARDS_DAYS));
    }

    @Produces
    @Singleton
    Retention retention(Settings settings) {
        try {
            return new Retention(
                    settings.optional(RETENTION_DAYS).map(any -> Duration.ofDays(settings.number(RETENTION_DAYS, 0))));
        } catch (IllegalArgumentException wrong) {
            throw wrong.getMessage().startsWith("Configuration")
                    ? wrong
                    : Settings.wrong(RETENTION_DAYS, wrong.getMessage());
        }
    }

    @Produces
    @Singleton
    FactorRule secondFactor(Settings settings) {
        return switch (settings.optional(SECOND_FACTOR).orElse("optional")) {
            case "optional" -> new FactorRule(false);
            case "required" -> new FactorRule(true);
            default -> throw Settings.wrong(SECOND_FACTOR, "must be optional or required");
        };
    }

    @Produces
    @Singleton
    ChangeRule changes(Settings settings) {
        var hours = settings.number(CHANGE_DELAY, CHANGE_DELAY_HOURS_DEFAULT);
        try {
            return new ChangeRule(Duration.ofHours(hours), settings.flag(FOUR_EYES));
        } catch (IllegalArgumentException wrong) {
            throw Settings.wrong(CHANGE_DELAY, String.valueOf(wrong.getMessage()));
        }
    }

    @Produces
    @Singleton
    AddressGuard guard(Settings settings) {
        return new AddressGuard(settings.list("imtoken.webhook.allow"));
    }

    @Produces
    @Singleton
    CallRates pace(Settings settings) {
        return ConfiguredCalls.rates(settings);
    }

    @Produces
    @Singleton
    TrustedProxies proxies(Settings settings) {
        return ConfiguredCalls.proxies(settings);
    }

    @Produces
    @Singleton
    Patience patience(Settings settings) {
        var stalled = settings.number(STALLED, STALLED_SECONDS_DEFAULT);
        if (stalled < STALLED_SECONDS_MIN || stalled > STALLED_SECONDS_MAX) {
            throw Settings.wrong(STALLED, "must be " + STALLED_SECONDS_MIN + " to " + STALLED_SECONDS_MAX);
        }
        return new Patience(Duration.ofSeconds(stalled));
    }

    @Produces
    @Singleton
    Export export(Settings settings) {
        return new Export(settings.flag("imtoken.metrics.enabled"));
    }

    @Produces
    @Singleton
    HttpWebhookTransport transport(AddressGuard guard) {
        return new HttpWebhookTransport(guard);
    }

    void close(@Disposes HttpWebhookTransport transport) {
        transport.close();
    }

    @Produces
    RequestPayment.Shelf shelf(
            AcceptedAssets assets, LeaseSlot slots, Payments payments, ChainCursors cursors, Limits limits) {
        return new RequestPayment.Shelf(assets, slots, payments, cursors, limits);
    }

    @Produces
    RecordTransfers.Shelf ledgers(ChainCursors cursors, Ledger ledger, ReceivingSlots slots, Payments payments) {
        return new RecordTransfers.Shelf(cursors, ledger, slots, payments);
    }

    @Produces
    static WatchState.Shelf watchShelf(
            WatchLease leases, ChainCursors cursors, AcceptedAssets assets, Payments payments) {
        return new WatchState.Shelf(leases, cursors, assets, payments);
    }

    @Produces
    RecordRefund.Names names(RandomGenerator random, InstantSource clock) {
        return new RecordRefund.Names(random, clock);
    }

    @Produces
    Spelling spelling() {
        return (chain, text) -> Families.of(chain).address(chain, text);
    }

    @Produces
    FindPayments.Shelf archive(
            Payments payments, PaymentList list, PaymentSearch search, Ledger ledger, Refunds refunds) {
        return new FindPayments.Shelf(payments, list, search, ledger, refunds);
    }

    @Produces
    ManageCampaigns.Choice choice(Stores stores, AcceptedAssets assets) {
        return new ManageCampaigns.Choice(stores, assets);
    }

    @Produces
    MendDeliveries.Troubles troubles(DisabledEndpoints disabled, FailedDeliveries failed) {
        return new MendDeliveries.Troubles(disabled, failed);
    }

    @Produces
    ResolvePayment.Shelf desk(
            Payments payments, Ledger ledger, ChainCursors cursors, Decisions decisions, ShowRefunds refunds) {
        return new ResolvePayment.Shelf(payments, ledger, cursors, decisions, refunds);
    }
}
