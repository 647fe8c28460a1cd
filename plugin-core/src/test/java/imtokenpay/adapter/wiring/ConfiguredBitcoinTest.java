package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.quorum.ProviderHealth;
import imtokenpay.chain.Finality;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.ChainId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Bitcoin in the words of an integrator.
class ConfiguredBitcoinTest {
    private static final String MAIN = "bip122:000000000019d6689c085ae165831e93";
    private static final String TEST = "bip122:00000000da84f2bafbbc53dee25a72ae";
    private static final String NETWORK = "imtoken.network.btc.";
    private static final String ASSET = "imtoken.asset.btc.";
    private static final String ADDRESS = "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu";
    private static final String ZPUB =
            "zpub6rFR7y4Q2AijBEqTUquhVz398htDFrtymD9xYYfG1m4wAcvPhXNfE3EfH1r1ADqtfSdVCToUG868R"
                    + "vUUkgDKf31mGDtKsAYz2oz2AGutZYs";
    private static final Configured GOOD = new Configured(Map.ofEntries(
            Map.entry("imtoken.networks", "btc"),
            Map.entry(NETWORK + "chain", MAIN),
            Map.entry(NETWORK + "name", "Bitcoin"),
            Map.entry(NETWORK + "rpc-url", "http://127.0.0.1:8332"),
            Map.entry("imtoken.assets", "btc"),
            Map.entry(ASSET + "id", MAIN + "/slip44:0"),
            Map.entry(ASSET + "symbol", "BTC"),
            Map.entry(ASSET + "decimals", "8"),
            Map.entry(ASSET + "address", ADDRESS)));

    @Test
    void three_confirmations_are_enough_where_nothing_is_said() {
        assertEquals(new Finality.Depth(3), asset(Map.of()).finality());
        assertEquals(ADDRESS, asset(Map.of()).receiver().text());
    }

    @Test
    void bitcoin_calls_no_block_final() {
        assertRefused(Map.of(ASSET + "final-from", "1"), "final-from is not for this chain");
    }

    // The accounts of the words "abandon ... about": SLIP-132 (44, 49, 84), BIP-84 and BIP-49 (the test net's).
    @ParameterizedTest
    @CsvFileSource(resources = "bitcoin-accounts.csv")
    void an_account_has_the_addresses_that_the_wallet_shows(String chain, int index, String address, String key) {
        var id = new ChainId(chain);
        assertEquals(
                address,
                HdAccount.parse(Families.of(id), id, key).address(index).text());
    }

    @Test
    void an_account_of_the_other_net_is_refused() {
        var id = new ChainId(TEST);
        var complaint = assertThrows(IllegalArgumentException.class, () -> HdAccount.parse(Families.of(id), id, ZPUB))
                .getMessage();
        assertTrue(complaint.contains("begins with zpub, but this chain needs tpub, upub or vpub"), complaint);
        assertFalse(complaint.contains(ZPUB), complaint);
    }

    @Test
    void a_net_or_a_coin_that_is_not_bitcoins_is_refused() {
        assertRefused(Map.of(NETWORK + "chain", "bip122:12a765e31ffd4059bada1e25190f6e98"), "no net of Bitcoin");
        assertRefused(Map.of(NETWORK + "chain", "bip122:1"), "no net of Bitcoin");
        assertRefused(Map.of(ASSET + "id", MAIN + "/slip44:2"), "write " + MAIN + "/slip44:0");
        assertRefused(Map.of(ASSET + "address", "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx"), "another net");
    }

    @Test
    void the_name_and_the_password_of_a_node_stand_in_one_place_and_are_never_repeated() {
        var inAddress = Map.of(NETWORK + "rpc-url", "http://shop:s3cret@127.0.0.1:8332");
        assertEquals("BTC", asset(inAddress).asset().symbol());
        assertEquals(
                "BTC", asset(Map.of(NETWORK + "api-key", "shop:s3cret")).asset().symbol());
        var both = new HashMap<>(inAddress);
        both.put(NETWORK + "api-key", "shop:s3cret");
        assertRefused(both, "keep one of them");
        assertRefused(Map.of(NETWORK + "api-key", "s3cret"), "with a colon between");
    }

    @Test
    void an_esplora_server_is_named_by_its_address_and_beside_others() {
        var server = "esplora+https://blockstream.info/api";
        assertEquals("BTC", asset(Map.of(NETWORK + "rpc-url", server)).asset().symbol());
        var both = Map.of(NETWORK + "rpc-url", server + ",http://127.0.0.1:8332", NETWORK + "api-key", "-,shop:s3cret");
        assertEquals("BTC", asset(both).asset().symbol());
        try (var networks = GOOD.networks(both)) {
            var names = networks.health(new ChainId(MAIN)).stream()
                    .map(ProviderHealth::name)
                    .toList();
            assertEquals(List.of("blockstream.info", "127.0.0.1:8332"), names);
        }
    }

    @Test
    void an_esplora_server_wants_no_key_no_password_and_no_plain_line_to_another_machine() {
        var server = "esplora+https://blockstream.info/api";
        assertRefused(
                Map.of(NETWORK + "rpc-url", server, NETWORK + "api-key", "s3cret"),
                "api-key is not asked for by an Esplora server");
        assertRefused(
                Map.of(NETWORK + "rpc-url", "esplora+https://shop:s3cret@blockstream.info/api"),
                "holds no name and password");
        assertRefused(Map.of(NETWORK + "rpc-url", "esplora+https://blockstream.info/api?k=s3cret"), "behind its path");
        assertRefused(Map.of(NETWORK + "rpc-url", "esplora+http://blockstream.info/api"), "plain http to another");
        assertRefused(Map.of(NETWORK + "rpc-url", "electrum+https://blockstream.info"), "or one behind esplora+");
        var plain = Map.of(NETWORK + "rpc-url", "esplora+http://10.0.0.5:3000", NETWORK + "rpc-url.allow-http", "true");
        assertEquals("BTC", asset(plain).asset().symbol());
    }

    @Test
    void the_chain_is_looked_at_every_fifteen_seconds_unless_said_otherwise() {
        assertEquals(Duration.ofSeconds(15), rest(Map.of()));
        assertEquals(Duration.ofMillis(2_000), rest(Map.of(NETWORK + "poll-ms", "2000")));
    }

    @Test
    void nobody_tells_of_new_blocks() {
        assertRefused(Map.of(NETWORK + "heads-url", "ws://127.0.0.1:8332"), "heads-url is not for this chain");
    }

    private static void assertRefused(Map<String, String> changes, String words) {
        var complaint = GOOD.refused(changes);
        assertTrue(complaint.contains(words), complaint);
        assertFalse(complaint.contains("s3cret"), complaint);
    }

    private static Duration rest(Map<String, String> changes) {
        try (var networks = GOOD.networks(changes)) {
            return networks.all().getFirst().pace().rest(Instant.EPOCH);
        }
    }

    private static AcceptedAsset asset(Map<String, String> changes) {
        return GOOD.assets(changes).assets().getFirst();
    }
}
