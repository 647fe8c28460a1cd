package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Finality;
import imtokenpay.merchant.AcceptedAsset;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an integrator may write about chains and assets, whatever their family, and what he is told when it
/// is wrong.
class ConfiguredChainsTest {
    private static final String NETWORK = "imtoken.network.main.";
    private static final String ASSET = "imtoken.asset.usdt.";
    private static final Configured GOOD = Configured.of(
            Map.of("chain", "eip155:1", "name", "Ethereum", "rpc-url", "https://one.example,https://two.example"),
            Map.of(
                    "id",
                    "eip155:1/erc20:0xdac17f958d2ee523a2206206994597c13d831ec7",
                    "symbol",
                    "USDT",
                    "decimals",
                    "6",
                    "address",
                    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));

    @Test
    void an_asset_has_the_spelling_and_the_confirmations_of_its_family() {
        var usdt = asset(Map.of());
        assertEquals(
                "eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7",
                usdt.asset().id());
        assertEquals(new Finality.Depth(12), usdt.finality());
        assertEquals(
                new Finality.Depth(3),
                asset(Map.of(ASSET + "confirmations", "3")).finality());
    }

    @Test
    void large_sums_wait_for_the_chains_word_where_that_is_wanted() {
        assertEquals(
                new Finality.Tiered(12, BigInteger.valueOf(5_000_000_000L)),
                asset(Map.of(ASSET + "final-from", "5000")).finality());
        for (var wrong : new String[] {"much", "0", "-1", "0.0000001"}) {
            var complaint = GOOD.refused(Map.of(ASSET + "final-from", wrong));
            assertTrue(complaint.startsWith("Configuration: " + ASSET + "final-from "), complaint);
        }
        var none = GOOD.refused(Map.of(ASSET + "confirmations", "0"));
        assertTrue(none.startsWith("Configuration: " + ASSET + "confirmations must be 1 to 10000"), none);
    }

    @Test
    void a_family_that_nobody_reads_is_refused_by_its_name() {
        for (var key : new String[] {NETWORK + "chain", ASSET + "id"}) {
            var complaint = GOOD.refused(Map.of(key, key.endsWith("id") ? "solana:x/slip44:501" : "solana:x"));
            assertTrue(complaint.contains("family solana, which cannot be read yet"), complaint);
            assertTrue(complaint.contains("eip155"), complaint);
        }
    }

    @Test
    void a_chain_that_is_written_wrongly_is_refused() {
        for (var wrong : new String[] {"eip155:0x1", "eip155:01", "eip155:main"}) {
            var complaint = GOOD.refused(Map.of(NETWORK + "chain", wrong));
            assertTrue(complaint.startsWith("Configuration: " + NETWORK + "chain must be eip155"), complaint);
        }
    }

    @Test
    void an_asset_that_its_family_does_not_have_is_refused() {
        for (var wrong :
                new String[] {"trc20:0xdac17f958d2ee523a2206206994597c13d831ec7", "slip44:ether", "erc721:1"}) {
            var complaint = GOOD.refused(Map.of(ASSET + "id", "eip155:1/" + wrong));
            assertTrue(complaint.contains("eip155:1/erc20:0x..."), complaint);
        }
    }

    @Test
    void an_asset_of_a_chain_that_is_not_configured_is_refused() {
        var complaint = GOOD.refused(Map.of(ASSET + "id", "eip155:56/slip44:714"));
        assertTrue(complaint.contains("imtoken.networks has no such chain"), complaint);
    }

    @Test
    void an_address_of_another_family_is_named_as_what_it_is() {
        var others = Map.of(
                "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "an address of TRON",
                "1AGNa15ZQXAZUgFiqJ2i7Z2DPU2J6hW62i", "an address of Bitcoin",
                "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu", "an address of Bitcoin",
                "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx", "a test net of Bitcoin");
        others.forEach((text, words) -> {
            var complaint = GOOD.refused(Map.of(ASSET + "address", text));
            assertTrue(complaint.contains(text) && complaint.contains(words), complaint);
        });
    }

    @Test
    void keys_are_given_to_nobody_who_does_not_want_them_and_never_repeated() {
        var complaint = GOOD.refused(Map.of(NETWORK + "api-key", "secret,-"));
        assertTrue(complaint.contains("a part of rpc-url"), complaint);
        assertFalse(complaint.contains("secret"), complaint);
        assertTrue(
                GOOD.refused(Map.of(NETWORK + "api-key", "secret")).contains("lists 1 key, but rpc-url 2 addresses"));
        assertEquals("USDT", asset(Map.of(NETWORK + "api-key", "-,-")).asset().symbol());
    }

    private static AcceptedAsset asset(Map<String, String> changes) {
        return GOOD.assets(changes).assets().getFirst();
    }
}
