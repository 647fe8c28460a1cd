package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.rates.Sources;
import imtokenpay.merchant.known.KnownAsset;
import imtokenpay.merchant.known.KnownNetwork;
import imtokenpay.money.Price;
import imtokenpay.quote.live.RatePair;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Whatever is suggested to an admin is spelled as its chain spells it.
class KnownTest {
    private static final java.util.List<KnownNetwork> NETWORKS = KnownNetwork.ALL;

    @ParameterizedTest
    @FieldSource("NETWORKS")
    void a_known_network_can_be_read_and_its_assets_have_checksums_and_prices(KnownNetwork network) {
        var chain = network.chain();
        var family = Families.of(chain);
        var seen = new HashSet<String>();
        for (var known : KnownAsset.on(chain)) {
            assertEquals(known.asset().id(), family.asset(known.asset()).id());
            assertTrue(seen.add(known.asset().symbol()), known + " is there twice");
            assertEquals(Optional.of(known), KnownAsset.of(known.asset().id()));
            assertEquals(network.isTest(), known.sources().isEmpty(), known.toString());
            assertEquals(known.asset().contract().isPresent(), known.peg().isPresent(), known.toString());
            known.sources().forEach(source -> ask(known, source));
        }
        assertTrue(seen.contains(network.coin().asset().symbol()), "the coin is missing");
    }

    // Refuses names that the vendors cannot have.
    private static void ask(KnownAsset known, String source) {
        var vendors = new Sources.Vendors(URI.create("http://127.0.0.1"), Optional.empty(), URI.create("http://[::1]"));
        var sources = new Sources(vendors, Duration.ofMinutes(5), InstantSource.system());
        var pair = new RatePair(known.asset(), Price.currencyOf("USD"));
        var name = source.substring(source.indexOf(':') + 1);
        if (source.startsWith("kraken:")) {
            sources.kraken(pair, name);
        } else {
            assertTrue(source.startsWith("coingecko:"), source);
            sources.coingecko(pair, name);
        }
    }
}
