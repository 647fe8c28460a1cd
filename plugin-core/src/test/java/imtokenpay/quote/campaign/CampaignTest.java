package imtokenpay.quote.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.money.Price;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTest {
    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");
    private static final String ETH = "eip155:1/slip44:60";

    @ParameterizedTest
    @CsvSource({
        "5, 100.00, USD, 5.00",
        "5, 0.99, USD, 0.04",
        "2.5, 0.40, USD, 0.01",
        "33.33, 100, JPY, 33",
        "12.34, 10.001, BHD, 1.234",
        "99.99, 1000.00, USD, 999.90",
        "5, 999999999999.99, USD, 49999999999.99"
    })
    void a_share_is_rounded_down_once_to_the_currencys_last_digit(
            String percent, String price, String currency, String off) {
        assertEquals(
                Optional.of(Price.of(off, currency)),
                Reduction.Share.ofPercent(percent).of(Price.of(price, currency)));
    }

    @ParameterizedTest
    @CsvSource({"5, 0.19, USD", "0.01, 99.99, USD", "50, 1, JPY"})
    void a_share_of_less_than_the_last_digit_is_no_discount(String percent, String price, String currency) {
        assertEquals(Optional.empty(), Reduction.Share.ofPercent(percent).of(Price.of(price, currency)));
    }

    @Test
    void an_amount_never_leaves_nothing_to_pay() {
        var five = new Reduction.Fixed(Price.of("5.00", "USD"));
        assertEquals(Optional.of(Price.of("5.00", "USD")), five.of(Price.of("5.01", "USD")));
        assertEquals(Optional.empty(), five.of(Price.of("5.00", "USD")));
        assertEquals(Optional.empty(), five.of(Price.of("4.99", "USD")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "100", "-5", "5.001", "5,5", "5 %", "", "1e1", "٥"})
    void percent_that_are_none_are_refused(String percent) {
        assertThrows(IllegalArgumentException.class, () -> Reduction.Share.ofPercent(percent));
    }

    @Test
    void percent_are_said_as_people_do() {
        assertEquals("5", Reduction.Share.ofPercent("5").percent());
        assertEquals("2.5", Reduction.Share.ofPercent("2.50").percent());
        assertEquals("99.99", new Reduction.Share(9_999).percent());
    }

    @Test
    void a_campaign_is_for_its_currency_its_assets_its_time_and_its_minimum() {
        var campaign = campaign(new Conditions(
                Set.of(ETH),
                true,
                Optional.of(Price.of("20.00", "USD")),
                new Conditions.Span(BEGIN, Optional.of(END))));
        var price = Price.of("20.00", "USD");
        var discount = new Discount(campaign.id(), "Launch", true, Price.of("1.00", "USD"));
        assertEquals(Optional.of(discount), campaign.discount(price, ETH, BEGIN));
        assertEquals(Optional.of(discount), campaign.discount(price, ETH, END.minusMillis(1)));
        assertEquals(Price.of("19.00", "USD"), discount.off(price));
        assertEquals(Optional.empty(), campaign.discount(price, ETH, BEGIN.minusMillis(1)));
        assertEquals(Optional.empty(), campaign.discount(price, ETH, END));
        assertEquals(Optional.empty(), campaign.discount(price, "eip155:1/slip44:61", BEGIN));
        assertEquals(Optional.empty(), campaign.discount(Price.of("19.99", "USD"), ETH, BEGIN));
        assertEquals(Optional.empty(), campaign.discount(Price.of("20.00", "EUR"), ETH, BEGIN));
    }

    @Test
    void a_campaign_without_conditions_is_for_every_asset_and_never_ends() {
        var campaign = campaign(
                new Conditions(Set.of(), false, Optional.empty(), new Conditions.Span(BEGIN, Optional.empty())));
        assertEquals(
                Optional.of(Price.of("0.05", "USD")),
                campaign.discount(Price.of("1.00", "USD"), "bip122:0/slip44:0", END.plusSeconds(1_000_000_000))
                        .map(Discount::amount));
    }

    @Test
    void amounts_of_another_currency_are_refused() {
        var span = new Conditions.Span(BEGIN, Optional.empty());
        var euro = Optional.of(Price.of("20.00", "EUR"));
        assertThrows(IllegalArgumentException.class, () -> campaign(new Conditions(Set.of(), false, euro, span)));
        assertThrows(IllegalArgumentException.class, () -> new Conditions.Span(END, Optional.of(BEGIN)));
    }

    private static Campaign campaign(Conditions conditions) {
        return new Campaign(
                new CampaignId("cmp_0123456789ABCDEFGHJKMNPQRS"),
                new Campaign.Title("books", "Launch", Currency.getInstance("USD")),
                Reduction.Share.ofPercent("5"),
                conditions,
                Optional.empty());
    }
}
