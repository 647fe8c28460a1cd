package imtokenpay.admin.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.money.Price;
import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.CampaignId;
import imtokenpay.quote.campaign.Conditions;
import imtokenpay.quote.campaign.Reduction;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftReaderTest {
    private static final CampaignId ID = new CampaignId("cmp_0123456789ABCDEFGHJKMNPQRS");
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final String ETH = "eip155:1/slip44:60";
    private static final DraftReader READER = new DraftReader(Set.of("books"), Set.of(ETH), NOW);

    @Test
    void a_good_draft_becomes_the_campaign_that_was_meant() {
        var draft = new Draft(
                "books",
                "First order",
                "USD",
                "percent",
                " 2.5",
                List.of(ETH),
                true,
                "",
                "2026-12-31 23:00",
                "20",
                "1000.00");
        var span = new Conditions.Span(NOW, Optional.of(Instant.parse("2026-12-31T23:00:00Z")));
        var expected = new Campaign(
                ID,
                new Campaign.Title("books", "First order", Currency.getInstance("USD")),
                new Reduction.Share(250),
                new Conditions(Set.of(ETH), true, Optional.of(Price.of("20.00", "USD")), span),
                Optional.of(Price.of("1000.00", "USD")));
        assertEquals(new DraftReader.Outcome(Optional.of(expected), Map.of()), READER.read(ID, draft));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            toys  | N | USD | percent | 5      | a | ''               | ''               | ''    | ''   | store
            books | '' | USD | percent | 5     | a | ''               | ''               | ''    | ''   | name
            books | N | usd | percent | 5      | a | ''               | ''               | ''    | ''   | currency
            books | N | XXX | amount  | 5      | a | ''               | ''               | ''    | ''   | off
            books | N | USD | percent | 100    | a | ''               | ''               | ''    | ''   | off
            books | N | USD | percent | -5     | a | ''               | ''               | ''    | ''   | off
            books | N | USD | amount  | 0      | a | ''               | ''               | ''    | ''   | off
            books | N | USD | amount  | 1e9    | a | ''               | ''               | ''    | ''   | off
            books | N | USD | amount  | 5.001  | a | ''               | ''               | ''    | ''   | off
            books | N | USD | gift    | 5      | a | ''               | ''               | ''    | ''   | off
            books | N | USD | percent | 5      | x | ''               | ''               | ''    | ''   | assets
            books | N | USD | percent | 5      | a | tomorrow         | ''               | ''    | ''   | from
            books | N | USD | percent | 5      | a | 2026-02-30 10:00 | ''               | ''    | ''   | from
            books | N | USD | percent | 5      | a | 2027-01-01 00:00 | 2026-12-31 00:00 | ''    | ''   | until
            books | N | USD | percent | 5      | a | 2020-01-01 00:00 | 2026-11-30 10:00 | ''    | ''   | until
            books | N | USD | percent | 5      | a | ''               | +99999-01-01 0:0 | ''    | ''   | until
            books | N | USD | percent | 5      | a | ''               | ''               | -1    | ''   | minimum
            books | N | USD | percent | 5      | a | ''               | ''               | ''    | lots | budget
            """)
    void what_is_wrong_is_said_at_its_field(
            String store,
            String name,
            String currency,
            String kind,
            String off,
            String asset,
            String from,
            String until,
            String minimum,
            String budget,
            String field) {
        var assets = List.of(asset.equals("a") ? ETH : asset);
        var draft = new Draft(store, name, currency, kind, off, assets, false, from, until, minimum, budget);
        var outcome = READER.read(ID, draft);
        assertEquals(Set.of(field), outcome.wrong().keySet());
        assertEquals(Optional.empty(), outcome.campaign());
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        var evil = "<script>alert('1')</script>\u202E' or 1=1; --";
        var draft = new Draft(evil, evil, evil, evil, evil, List.of(evil), true, evil, evil, evil, evil);
        assertEquals(
                Set.of("store", "assets", "currency", "name", "off", "minimum", "budget", "from", "until"),
                READER.read(ID, draft).wrong().keySet());
    }
}
