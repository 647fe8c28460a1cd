package imtokenpay.checkout.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.flow.seen.Seen;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.Price;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Terms;
import imtokenpay.quote.Quote;
import imtokenpay.quote.Rate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainHintsTest {
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final String BITCOIN = "bip122:000000000019d6689c085ae165831e93/slip44:0";

    @ParameterizedTest
    @CsvSource({
        "eip155:1/slip44:60, ETH, fee.in, ETH",
        "eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7, USDT, fee.in, ETH",
        "eip155:56/erc20:0x55d398326f99059fF775485246999027B3197955, USDT, fee.in, BNB",
        "eip155:31337/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7, USDT, fee.coin, ''",
        "tron:0x2b6653dc/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, USDT, fee.energy, TRX",
        "tron:0x2b6653dc/slip44:195, TRX, fee.in, TRX",
        BITCOIN + ", BTC, fee.in, BTC"
    })
    void the_fee_is_named_by_what_it_is_paid_in(String asset, String symbol, String key, String coin) {
        var hints = hints(new Asset(asset, symbol, 6), PaymentStatus.AWAITING, new Finality.Depth(3));
        assertEquals(key, hints.fee());
        assertEquals(coin, hints.feeCoin());
    }

    @Test
    void only_a_confirming_payment_waits_for_the_chains_word_and_only_if_it_must() {
        var coin = new Asset("eip155:1/slip44:60", "ETH", 18);
        assertTrue(
                hints(coin, PaymentStatus.CONFIRMING, new Finality.Finalized(3)).isFinalAwaited());
        assertFalse(hints(coin, PaymentStatus.CONFIRMING, new Finality.Depth(3)).isFinalAwaited());
        assertFalse(
                hints(coin, PaymentStatus.SETTLED, new Finality.Finalized(3)).isFinalAwaited());
        assertFalse(
                hints(coin, PaymentStatus.AWAITING, new Finality.Finalized(3)).isFinalAwaited());
    }

    @Test
    void bitcoin_alone_is_seen_before_a_block_holds_it_and_only_while_money_is_awaited() {
        var bitcoin = new Asset(BITCOIN, "BTC", 8);
        assertTrue(
                hints(bitcoin, PaymentStatus.UNDERPAID, new Finality.Depth(1)).isSeenEarly());
        assertFalse(
                hints(bitcoin, PaymentStatus.CONFIRMING, new Finality.Depth(1)).isSeenEarly());
        var ether = hints(new Asset("eip155:1/slip44:60", "ETH", 18), PaymentStatus.AWAITING, new Finality.Depth(1));
        assertFalse(ether.isSeenEarly());
        assertTrue(ether.mayGoUnnoticed());
    }

    @Test
    void what_is_on_its_way_is_told_as_far_as_it_is_known() {
        var bitcoin = new Asset(BITCOIN, "BTC", 8);
        var payment = payment(bitcoin, PaymentStatus.AWAITING, new Finality.Depth(1));
        assertTrue(new ChainHints(payment, Optional.empty()).seen().isZero());
        var sent = new Amount(BigInteger.TEN, bitcoin);
        var hints = new ChainHints(payment, Optional.of(new Seen(sent, true)));
        assertEquals(sent, hints.seen());
        assertTrue(hints.isReplaceable());
    }

    private static ChainHints hints(Asset asset, PaymentStatus status, Finality finality) {
        return new ChainHints(payment(asset, status, finality), Optional.empty());
    }

    private static Payment payment(Asset asset, PaymentStatus status, Finality finality) {
        var due = new Amount(BigInteger.valueOf(1_000_000), asset);
        var price = Price.of("1.00", "USD");
        var wording = new PaymentRequest.Wording("", "");
        var request = new PaymentRequest("order", price, asset.id(), wording, PaymentRequest.References.NONE);
        var quote = new Quote(price, Rate.fixed(BigDecimal.ONE), due, NOW);
        return new Payment(
                PaymentId.random(RandomGenerator.getDefault()),
                new Payment.Origin("shop", request, quote),
                new Address("shop"),
                new Terms(due, NOW, NOW.plusSeconds(900), finality, new Decision.None()),
                new Payment.Standing(status, 0, Amount.zero(asset)));
    }
}
