package imtokenpay.store;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Transfer;
import imtokenpay.flow.count.Count;
import imtokenpay.flow.count.PaymentCounts.Grain;
import imtokenpay.flow.monitor.Ending;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Tally;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Counts all payments one by one, by the domain's own rules; what is kept counted must say the same.
public final class PlainCount {
    private PlainCount() {}

    /// One text for each slot and currency, so that a difference can be read.
    public static Map<String, String> of(
            Collection<Payment> payments, Function<PaymentId, List<Transfer>> transfers, Grain grain) {
        var counts = payments.stream()
                .map(payment -> count(payment, transfers.apply(payment.id()), grain))
                .toList();
        return said(counts);
    }

    /// The same of counts that were kept.
    public static Map<String, String> said(Collection<Count> counts) {
        var asked = new TreeMap<String, Long>();
        var volumes = new TreeMap<String, BigDecimal>();
        var ended = new TreeMap<String, Map<Ending, Long>>();
        for (var count : counts) {
            var key = count.begin() + " " + count.currency() + (count.isPlay() ? " play" : "");
            asked.merge(key, count.asked(), Long::sum);
            volumes.merge(key, count.volume(), BigDecimal::add);
            var ways = ended.computeIfAbsent(key, any -> new TreeMap<>());
            count.ended().forEach((way, many) -> ways.merge(way, many, Long::sum));
        }
        var said = new TreeMap<String, String>();
        asked.forEach((key, many) -> said.put(
                key,
                many + " " + ended.get(key) + " "
                        + volumes.get(key).stripTrailingZeros().toPlainString()));
        return said;
    }

    private static Count count(Payment payment, List<Transfer> transfers, Grain grain) {
        var nobodys = new ChainView(payment.terms().due().asset().chain(), 0, Instant.EPOCH);
        var ending = Ending.of(payment, Tally.of(transfers, payment.terms(), nobodys));
        var isSettled = ending.filter(way -> way == Ending.PAID || way == Ending.ACCEPTED)
                .isPresent();
        var price = payment.origin().request().price();
        var paid = payment.origin()
                .discount()
                .map(off -> price.value().subtract(off.amount().value()))
                .orElse(price.value());
        var unit = grain == Grain.DAY ? ChronoUnit.DAYS : ChronoUnit.HOURS;
        return new Count(
                payment.terms().openedAt().truncatedTo(unit),
                price.currency().getCurrencyCode(),
                false,
                1,
                ending.map(way -> Map.of(way, 1L)).orElse(Map.of()),
                isSettled ? paid : BigDecimal.ZERO);
    }
}
