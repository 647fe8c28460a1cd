package imtokenpay.storefront.client;

import imtokenpay.storefront.PaymentMethod;
import imtokenpay.storefront.PaymentRefusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;

/// Remembers what can be paid with, since a page asks for it several times while it is built. A "not available"
/// is remembered too, but shorter: else every page would wait for a plugin that is down.
final class PaymentMethods {

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);
    private static final Duration BAD_FOR = Duration.ofSeconds(5);

    private final PluginCalls plugin;
    private final InstantSource clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Remembered remembered = new Remembered(PaymentMethod.unavailable(), Instant.MIN);

    PaymentMethods(PluginCalls plugin, InstantSource clock) {
        this.plugin = plugin;
        this.clock = clock;
    }

    PaymentMethod now() {
        if (remembered.fresh(clock.instant())) {
            return remembered.method();
        }
        asking.lock();
        try {
            // Those who waited here take what the first one has brought.
            if (!remembered.fresh(clock.instant())) {
                remembered = ask();
            }
            return remembered.method();
        } finally {
            asking.unlock();
        }
    }

    private Remembered ask() {
        try {
            PaymentMethod method = new PaymentMethod(true, plugin.acceptedAssets());
            return method.assets().isEmpty()
                    ? unavailable()
                    : new Remembered(method, clock.instant().plus(GOOD_FOR));
        } catch (PaymentRefusal noAnswer) {
            return unavailable();
        }
    }

    private Remembered unavailable() {
        return new Remembered(PaymentMethod.unavailable(), clock.instant().plus(BAD_FOR));
    }

    private record Remembered(PaymentMethod method, Instant until) {
        boolean fresh(Instant now) {
            return now.isBefore(until);
        }
    }
}
