package imtokenpay.checkout;

import imtokenpay.flow.show.FindTransfer;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Looks up a transaction that a shopper names: at most ten times a minute for a payment.
@ApplicationScoped
public class FindDesk {
    private static final int A_MINUTE_MAX = 10;
    private static final int REMEMBERED_MAX = 10_000;

    private final Map<PaymentId, Minute> asked = new LinkedHashMap<>();

    @Inject
    private @Nullable FindTransfer find;

    @Inject
    private @Nullable InstantSource clock;

    /// What the page says of it.
    ///
    /// @param key of the page's texts
    /// @param txHash as the chain writes it; empty if none was typed
    /// @param head height of the newest block that was read
    public record Answer(String key, String txHash, String head) {}

    /// Looks it up.
    ///
    /// @param typed anything
    public Answer answer(Payment payment, String typed) {
        if (!isAdmitted(payment.id())) {
            return new Answer("find.pause", "", "");
        }
        var finding = Objects.requireNonNull(find).find(payment, typed);
        var key = "find." + finding.verdict().name().toLowerCase(Locale.ROOT);
        return new Answer(key, finding.txHash(), Long.toString(finding.head()));
    }

    // How often was asked in the minute that began then.
    private record Minute(Instant begun, int times) {}

    private synchronized boolean isAdmitted(PaymentId id) {
        var now = Objects.requireNonNull(clock).instant();
        var minute = asked.remove(id);
        var isNew = minute == null || !now.isBefore(minute.begun().plus(Duration.ofMinutes(1)));
        var counted = isNew ? new Minute(now, 1) : new Minute(minute.begun(), minute.times() + 1);
        asked.put(id, counted);
        if (asked.size() > REMEMBERED_MAX) {
            asked.remove(asked.keySet().iterator().next());
        }
        return counted.times() <= A_MINUTE_MAX;
    }
}
