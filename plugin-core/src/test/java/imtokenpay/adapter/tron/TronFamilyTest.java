package imtokenpay.adapter.tron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.family.ChainFamily;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TronFamilyTest {
    private static final ChainFamily TRON = new TronFamily();
    private static final ChainId MAIN = new ChainId("tron:0x2b6653dc");
    private static final String USDT = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t";

    /// The contract of USDT; the address that coins are burnt at, which is nothing but zeros; and two that imToken's
    /// own
    /// test suite has (token-core-monorepo, 2026-05).
    @ParameterizedTest
    @CsvSource({
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, 0xa614f803b6fd780986a42c78ec9c7f77e6ded13c",
        "T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb, 0x0000000000000000000000000000000000000000",
        "THTN9HnuDmaja96ozZpAoKksiDDAt4R7qh, 0x521c28a0fdbd38f674d0bf743c9a089ece4f7aac"
    })
    void an_address_is_the_same_twenty_bytes_on_the_wire(String text, String wire) {
        assertEquals(text, TRON.address(MAIN, text).text());
        assertEquals(wire, TronAddress.onWire(text));
        assertEquals(text, TronAddress.ofWire(wire).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"THfuSDVRvSsjNDPFdGjMU19Ha4Kf7acotq", "TLZnqkrSNLUWNrZMug8u9b6pJ3XcTGbzDV"})
    void imtokens_own_addresses_are_taken(String text) {
        assertEquals(text, TRON.address(MAIN, text).text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T | wrong checksum",
                "TZJozAg1ruapycCicgz31GxvYJ1G1qELV7 | is no address of TRON",
                "tR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t | not an address of TRON",
                "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6 | not an address of TRON",
                "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj60 | not an address of TRON",
                "0xa614f803b6fd780986a42c78ec9c7f77e6ded13c | of Ethereum and its kin, not an address of TRON",
                "41a614f803b6fd780986a42c78ec9c7f77e6ded13c | not an address of TRON",
                "1AGNa15ZQXAZUgFiqJ2i7Z2DPU2J6hW62i | an address of Bitcoin, not an address of TRON",
                "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu | an address of Bitcoin, not an address of TRON",
                "27WnTihwXsqCqpiNedWvtKCZHsLg1xE4qZT | not an address of TRON"
            })
    void what_is_no_address_is_refused_by_what_it_is(String text, String words) {
        var complaint = refused(() -> TRON.address(MAIN, text));
        assertTrue(complaint.contains(text) && complaint.contains(words), complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b71c71a67e1177ad4e901695e1b4b9ee17ae16c6668d313eac2f96dbcda3f291",
                "test test test junk",
                "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMR"
            })
    void a_secret_is_refused_and_never_repeated(String secret) {
        var complaint = refused(() -> TRON.address(MAIN, secret));
        assertTrue(complaint.contains("must never be entered"), complaint);
        assertFalse(complaint.contains(secret), complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tron:mainnet", "tron:728126428", "tron:0x2B6653DC", "tron:0x2b6653d", "tron:2b6653dc"})
    void a_chain_that_is_written_wrongly_is_refused(String wrong) {
        assertTrue(refused(() -> TRON.check(new ChainId(wrong))).contains("tron:0x2b6653dc is the main net"));
        TRON.check(MAIN);
    }

    @Test
    void an_asset_is_a_token_by_its_contract() {
        var usdt = asset("trc20:" + USDT);
        assertEquals(usdt.id(), TRON.asset(usdt).id());
        assertTrue(refused(() -> TRON.asset(asset("trc20:" + USDT.replace('R', 'S'))))
                .contains("wrong checksum"));
        assertTrue(refused(() -> TRON.asset(asset("erc20:" + USDT))).contains("trc20:T..."));
        assertTrue(refused(() -> TRON.asset(asset("trc10:1002000"))).contains("trc20:T..."));
    }

    @Test
    void trx_is_the_coin_and_no_other_is() {
        var trx = new Asset(MAIN + "/slip44:195", "TRX", 6);
        assertEquals(trx.id(), TRON.asset(trx).id());
        assertTrue(refused(() -> TRON.asset(asset("slip44:60"))).contains("slip44:195 for TRX"));
    }

    @Test
    void new_blocks_are_told_by_no_node() {
        assertTrue(refused(() -> TRON.heads(MAIN, URI.create("wss://node.example")))
                .contains("leave it out"));
    }

    @Test
    void a_key_that_would_be_another_header_is_refused_and_never_repeated() {
        var access = new NodeAccess(MAIN, URI.create("http://127.0.0.1:1"), Optional.of("secret\r\nHost: other"));
        assertFalse(refused(() -> TRON.reader(access, InstantSource.system())).contains("secret"));
        assertFalse(access.toString().contains("secret"));
    }

    @Test
    void keys_of_bitcoin_accounts_make_no_addresses() {
        assertTrue(refused(() -> TRON.account(MAIN, "zpub")).contains("xpub"));
    }

    private static Asset asset(String name) {
        return new Asset(MAIN + "/" + name, "USDT", 6);
    }

    private static String refused(org.junit.jupiter.api.function.Executable what) {
        return assertThrows(IllegalArgumentException.class, what).getMessage();
    }
}
