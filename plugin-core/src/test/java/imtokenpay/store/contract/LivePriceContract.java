package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.USDT;
import static imtokenpay.store.contract.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.adapter.rates.LiveRates;
import imtokenpay.adapter.rates.QuotedRates;
import imtokenpay.adapter.rates.ScriptedVendor;
import imtokenpay.adapter.rates.Sources;
import imtokenpay.flow.rate.RefreshRates;
import imtokenpay.payment.Payment;
import imtokenpay.payment.Refusal;
import imtokenpay.quote.Quote;
import imtokenpay.quote.live.RatePair;
import imtokenpay.quote.live.RateRule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A payment at a live price, from two vendors over HTTP to the database and back.
public abstract class LivePriceContract extends StoreContract {
    private static final RatePair PAIR = new RatePair(USDT, Currency.getInstance("USD"));

    private ScriptedVendor coingecko;
    private ScriptedVendor kraken;
    private LiveRates live;
    private Instant now = NOW;

    @BeforeEach
    void opens() throws IOException {
        coingecko = new ScriptedVendor();
        kraken = new ScriptedVendor();
        var vendors = new Sources.Vendors(coingecko.address(), Optional.empty(), kraken.address());
        var sources = new Sources(vendors, Duration.ofSeconds(300), () -> now);
        sources.coingecko(PAIR, "tether");
        sources.kraken(PAIR, "USDTZUSD");
        sources.judge(PAIR, new RateRule(new BigDecimal("0.01"), 2));
        live = sources.live(Duration.ofSeconds(60));
    }

    @AfterEach
    void closes() {
        live.close();
        coingecko.close();
        kraken.close();
    }

    @Test
    void a_payment_keeps_the_rate_its_moment_and_on_whose_word() throws Refusal {
        var till = Till.open(shelf(), new QuotedRates(Map.of(), NOW, live));
        say("1.0001", "0.99900");
        var payment = till.ask("12.50", "key");
        var quote = quote(payment);
        assertEquals(0, new BigDecimal("0.999").compareTo(quote.rate().value()));
        assertEquals(
                "kraken says 0.999 at 2026-11-23T10:00:00.123Z; coingecko says 1.0001 at 2026-11-23T10:00:00Z",
                quote.rate().said());
        assertEquals(NOW, quote.quotedAt());
        assertEquals(usdt(12_512_513), quote.amount());
    }

    @Test
    void a_later_price_is_for_later_payments_alone() throws Refusal {
        var till = Till.open(shelf(), new QuotedRates(Map.of(), NOW, live));
        say("1", "1");
        var before = till.ask("12.50", "one");
        say("0.5", "0.5");
        assertEquals(usdt(25_000_000), quote(till.ask("12.50", "two")).amount());
        assertEquals(usdt(12_500_000), quote(before).amount());
    }

    @Test
    void without_a_price_the_payment_is_refused_and_leaves_no_trace() throws Refusal {
        var till = Till.open(shelf(), new QuotedRates(Map.of(), NOW, live));
        assertEquals(Refusal.Reason.NO_RATE, refusal(till));
        say("1", "1.02");
        assertEquals(Refusal.Reason.NO_RATE, refusal(till));
        say("1", "1");
        coingecko.says("<html>");
        now = NOW.plusSeconds(301);
        refresh();
        assertEquals(Refusal.Reason.NO_RATE, refusal(till));
        say("1", "1");
        assertEquals(usdt(12_500_000), quote(till.ask("12.50", "key")).amount());
    }

    private static Refusal.Reason refusal(Till till) {
        return assertThrows(Refusal.class, () -> till.ask("12.50", "key")).reason();
    }

    private Quote quote(Payment payment) {
        return ask(() -> shelf().payments().byId(payment.id()).orElseThrow())
                .origin()
                .quote();
    }

    private void say(String one, String other) {
        coingecko.coingecko("tether", one, now);
        kraken.kraken("USDTZUSD", other);
        refresh();
    }

    private void refresh() {
        live.sources().forEach(new RefreshRates(live)::refresh);
    }
}
