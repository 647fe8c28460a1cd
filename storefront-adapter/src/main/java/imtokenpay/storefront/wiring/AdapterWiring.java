package imtokenpay.storefront.wiring;

import imtokenpay.storefront.ImtokenPay;
import imtokenpay.storefront.StorefrontOrders;
import imtokenpay.storefront.client.OrderPayments;
import imtokenpay.storefront.client.PluginCalls;
import imtokenpay.storefront.event.PaymentEvent;
import imtokenpay.storefront.feed.Bookmark;
import imtokenpay.storefront.ledger.Ledger;
import imtokenpay.storefront.ledger.UnitOfWork;
import imtokenpay.storefront.receiver.AnnouncedOrders;
import imtokenpay.storefront.receiver.FeedReader;
import imtokenpay.storefront.receiver.FeedSchedule;
import imtokenpay.storefront.receiver.Receiver;
import imtokenpay.storefront.receiver.Signatures;
import imtokenpay.storefront.receiver.Storekeeper;
import imtokenpay.storefront.settings.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/// Makes the adapter's beans. They are plain objects, so that the tests can make them without a container.
@Dependent
public class AdapterWiring {

    private static final System.Logger LOG = System.getLogger(AdapterWiring.class.getName());
    private static final Duration CALL_LIMIT = Duration.ofSeconds(10);

    @Produces
    @Singleton
    static Settings settings() {
        Settings settings = Settings.read(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));
        if (settings.ready()) {
            LOG.log(System.Logger.Level.INFO, "imToken Pay is asked at {0}", settings.baseUrl());
        } else {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Paying with imToken is switched off in this store: {0}",
                    String.join("; ", settings.problems()));
        }
        return settings;
    }

    @Produces
    @Singleton
    static Ledger ledger(UnitOfWork work) {
        return new Ledger(work, InstantSource.system());
    }

    @Produces
    @Singleton
    static PluginCalls plugin(Settings settings) {
        return new PluginCalls(settings, CALL_LIMIT);
    }

    static void close(@Disposes PluginCalls plugin) {
        plugin.close();
    }

    @Produces
    @Singleton
    @Named("imtokenPay")
    static ImtokenPay imtokenPay(
            Settings settings, Instance<StorefrontOrders> orders, Ledger ledger, PluginCalls plugin) {
        return new OrderPayments(settings, only(orders), ledger, plugin, InstantSource.system());
    }

    @Produces
    @Singleton
    static Storekeeper storekeeper(Instance<StorefrontOrders> orders, Event<PaymentEvent> listeners) {
        Supplier<StorefrontOrders> store = only(orders);
        return new Storekeeper(() -> new AnnouncedOrders(store.get(), listeners::fire));
    }

    @Produces
    @Singleton
    static Receiver receiver(Settings settings, Storekeeper storekeeper, Ledger ledger) {
        Signatures signatures =
                new Signatures(settings.webhookKeys(), settings.times().tolerance(), InstantSource.system());
        return new Receiver(signatures, ledger, storekeeper);
    }

    @Produces
    @Singleton
    static FeedSchedule feed(
            Settings settings, PluginCalls plugin, UnitOfWork work, Ledger ledger, Storekeeper storekeeper) {
        Bookmark bookmark = new Bookmark(work, InstantSource.system());
        FeedReader reader = new FeedReader(plugin, bookmark, ledger, storekeeper);
        return new FeedSchedule(settings, reader);
    }

    /// Looked up at each use: the store's bean may live as short as a request.
    private static Supplier<StorefrontOrders> only(Instance<StorefrontOrders> orders) {
        return () -> {
            if (!orders.isResolvable()) {
                throw new IllegalStateException("imToken Pay needs exactly one CDI bean that implements "
                        + StorefrontOrders.class.getName() + " in this store");
            }
            return orders.get();
        };
    }
}
