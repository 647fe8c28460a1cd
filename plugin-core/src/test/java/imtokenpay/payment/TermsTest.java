package imtokenpay.payment;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static final Instant OPENED = Instant.parse("2026-11-23T10:00:00Z");
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Asset BTC = new Asset("bip122:000000000019d6689c085ae165831e93/slip44:0", "BTC", 8);

    @Test
    void nobody_pays_before_being_asked_but_for_what_clocks_differ() {
        assertTrue(mayBePaid(ETH, Duration.ofMinutes(5)));
        assertFalse(mayBePaid(ETH, Duration.ofMinutes(5).plusMillis(1)));
    }

    @Test
    void a_block_of_bitcoin_may_be_dated_long_before_it_was_made() {
        assertTrue(mayBePaid(BTC, Duration.ofHours(2)));
        assertFalse(mayBePaid(BTC, Duration.ofHours(2).plusMillis(1)));
    }

    private static boolean mayBePaid(Asset asset, Duration before) {
        var due = new Amount(BigInteger.ONE, asset);
        var terms = new Terms(due, OPENED, OPENED.plusSeconds(900), new Finality.Depth(1), new Decision.None());
        var at = OPENED.minus(before);
        var block = new Inclusion.Included(1, "hash", at);
        var sighting = new Transfer.Sighting(OPENED.plusSeconds(60), at, block);
        var who = new Address("somebody");
        return terms.mayBePaidBy(new Transfer(new TransferId(asset.chain(), "tx", 0), due, who, who, sighting));
    }
}
