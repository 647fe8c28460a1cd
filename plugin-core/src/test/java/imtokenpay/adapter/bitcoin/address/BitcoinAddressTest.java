package imtokenpay.adapter.bitcoin.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.money.ChainId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a merchant may paste, and what he is told when it is wrong.
class BitcoinAddressTest {
    private static final String SEGWIT = "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu";

    // The first block's receiver; the vectors of BIP-49 and BIP-350; the key 1 in taproot's own vector.
    @ParameterizedTest
    @CsvSource({
        "MAIN, 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa, 76a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1888ac",
        "MAIN, bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4, 0014751e76e8199196d454941c45d1b3a323f1433bd6",
        "MAIN, bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0,"
                + " 512079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798",
        "TEST4, 2Mww8dCYPUpKHofjgcXcBCEGmniw9CoaiD2, a914336caa13e08b96080a32b5d818d59b4ab3b3674287",
        "SIGNET, tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7,"
                + " 00201863143c14c5166804bd19203356da136c985678cd4d27a1b8c6329604903262",
        "REGTEST, bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080, 0014751e76e8199196d454941c45d1b3a323f1433bd6"
    })
    void an_address_and_its_script_are_two_ways_to_write_one_thing(BitcoinNet net, String text, String script) {
        var address = BitcoinAddress.parse(net, text);
        assertEquals(text, address.text());
        assertEquals(script, HexFormat.of().formatHex(BitcoinAddress.script(net, address)));
        assertEquals(Optional.of(address), BitcoinAddress.of(net, HexFormat.of().parseHex(script)));
    }

    @Test
    void capitals_are_taken_and_written_small() {
        assertEquals(
                new Address(SEGWIT), BitcoinAddress.parse(BitcoinNet.MAIN, SEGWIT.toUpperCase(java.util.Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "6a",
                "6a146c6f7265206970616d206c6f7265206970616d21",
                "5114751e76e8199196d454941c45d1b3a323f1433bd6",
                "76a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1888ad",
                "77a91462e907b15cbf27d5425399ebf6f0fb50ebb88f1888ac",
                "a914336caa13e08b96080a32b5d818d59b4ab3b3674288",
                "522079be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
            })
    void a_script_of_another_shape_has_no_address(String script) {
        assertEquals(
                Optional.empty(),
                BitcoinAddress.of(BitcoinNet.MAIN, HexFormat.of().parseHex(script)));
    }

    @Test
    void a_mistyped_address_is_refused_with_what_is_wrong() {
        assertRefused(SEGWIT.replace("cr8", "cr9"), "wrong checksum");
        assertRefused("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "wrong checksum");
        assertRefused(SEGWIT.replace("qcr8", "qCr8"), "mixes small letters and capitals");
        assertRefused("1A1zP1eP5QGefi2DMPTfTL5SLmv7Div0Na", "holds a letter or sign");
        assertRefused(SEGWIT.substring(0, 8), "too short");
        assertRefused("n".repeat(60), "begins with 1, 3 or bc1");
        assertRefused("", "too short");
    }

    @Test
    void an_address_of_another_chain_is_refused_as_what_it_is() {
        assertRefused("tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx", "belongs to another net");
        assertRefused("2Mww8dCYPUpKHofjgcXcBCEGmniw9CoaiD2", "belongs to another net");
        assertRefused("mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn", "belongs to another net");
        assertRefused("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "an address of Ethereum");
        assertRefused("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "an address of TRON");
        var complaint =
                assertThrows(IllegalArgumentException.class, () -> BitcoinAddress.parse(BitcoinNet.TEST4, SEGWIT));
        assertTrue(complaint.getMessage().contains("begins with m, n, 2 or tb1"), complaint.getMessage());
        assertThrows(IllegalArgumentException.class, () -> BitcoinAddress.parse(BitcoinNet.REGTEST, SEGWIT));
    }

    @Test
    void an_address_that_nobody_can_spend_from_is_refused() {
        assertRefused("bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs", "nobody can safely spend");
        assertRefused("BC1SW50QGDZ25J", "nobody can safely spend");
        assertRefused("bc1pfeessrawgf", "nobody can safely spend");
    }

    // The published keys of BIP-32, BIP-38, BIP-49 and BIP-84; nobody's money is behind them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "KyZpNDKnfs94vbrwhJneDi77V6jF64PWPF8x5cdJb8ifgg2DUc9d",
                "cULrpoZGXiuC19Uhvykx7NugygA3k86b3hmdCeyvHYQZSxojGyXJ",
                "5KN7MzqK5wt2TP1fQCYyHBtDrXdJuXbUzm4A9rKAteGu3Qi5CVR",
                "KyZpNDKnfs94vbrwhJneDi77V6jF64PWPF8x5cdJb8ifgg2DUc9",
                "6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg",
                "c9bdb49cfbaedca21c4b1f3a7803c34636b1d7dc55a717132443fc3f4c5867e8",
                "zprvAdG4iTXWBoARxkkzNpNh8r6Qag3irQB8PzEMkAFeTRXxHpbF9z4Q"
                        + "gEvBRmfvqWvGp42t42nvgGpNgYSJA9iefm1yYNZKEm7z6qUWCroSQnE",
                "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"
            })
    void a_secret_is_refused_with_a_warning_and_never_repeated(String secret) {
        var complaint = assertThrows(
                        IllegalArgumentException.class, () -> BitcoinAddress.parse(BitcoinNet.MAIN, secret))
                .getMessage();
        assertTrue(complaint.contains("must never be entered"), complaint);
        assertFalse(complaint.contains(secret), complaint);
    }

    @Test
    void every_net_is_known_by_the_beginning_of_its_first_block() {
        for (var net : BitcoinNet.values()) {
            assertEquals(net, BitcoinNet.of(net.chain()));
            assertEquals(32, net.chain().reference().length());
        }
        assertEquals(
                BitcoinNet.values().length,
                Arrays.stream(BitcoinNet.values())
                        .map(BitcoinNet::chain)
                        .distinct()
                        .count());
        var litecoin = new ChainId("bip122:12a765e31ffd4059bada1e25190f6e98");
        assertThrows(IllegalArgumentException.class, () -> BitcoinNet.of(litecoin));
    }

    private static void assertRefused(String text, String words) {
        var complaint = assertThrows(IllegalArgumentException.class, () -> BitcoinAddress.parse(BitcoinNet.MAIN, text))
                .getMessage();
        assertTrue(complaint.contains(words), complaint);
    }
}
