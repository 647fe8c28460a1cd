package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.hd.HdWallet;
import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.chain.watch.Heads;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.money.Amount;
import imtokenpay.payment.PaymentUri;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an integrator may write about TRON, and what he is told when it is wrong.
class ConfiguredTronTest {
    private static final String NETWORK = "imtoken.network.main.";
    private static final String ASSET = "imtoken.asset.usdt.";
    private static final String SHOP = "THTN9HnuDmaja96ozZpAoKksiDDAt4R7qh";
    private static final String OTHER = "TLZnqkrSNLUWNrZMug8u9b6pJ3XcTGbzDV";
    private static final Configured GOOD = Configured.of(
            Map.of(
                    "chain",
                    "tron:0x2b6653dc",
                    "name",
                    "TRON",
                    "rpc-url",
                    "https://one.example/jsonrpc,https://two.example",
                    "api-key",
                    "secret,-"),
            Map.of(
                    "id",
                    "tron:0x2b6653dc/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
                    "symbol",
                    "USDT",
                    "decimals",
                    "6",
                    "address",
                    SHOP));

    @Test
    void usdt_on_tron_is_final_when_its_block_is_solid_and_asked_for_by_the_bare_address() {
        var usdt = GOOD.assets(Map.of()).assets().getFirst();
        assertEquals(SHOP, usdt.receiver().text());
        assertEquals(new Finality.Depth(20), usdt.finality());
        var amount = new Amount(BigInteger.valueOf(25_370_000), usdt.asset());
        assertEquals(SHOP, PaymentUri.forImToken(usdt.receiver(), amount));
    }

    @Test
    void a_pool_is_of_addresses_of_tron() {
        assertEquals(new ReceivingMode.Pool(List.of(new Address(OTHER))), mode(Map.of(ASSET + "pool", OTHER)));
        assertTrue(GOOD.refused(Map.of(ASSET + "pool", OTHER + "," + SHOP)).contains("shared address"));
        assertTrue(GOOD.refused(Map.of(ASSET + "pool", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"))
                .contains("an address of Ethereum and its kin, not an address of TRON"));
    }

    // Words and address as imToken's own test suite has them (token-core-monorepo, tcx, derive_test.rs).
    @Test
    void imtokens_own_key_makes_imtokens_own_address() {
        var wallet = HdWallet.ofWords("inject kidney empty canal shadow pact comfort wife crush horse wife sketch");
        for (var path : List.of("44h/195h/0h", "44h/195h/0h/0")) {
            var xpub = wallet.path(path).xpub();
            if (!(mode(Map.of(ASSET + "xpub", xpub)) instanceof ReceivingMode.Fresh(ReceivingMode.Account account))) {
                throw new AssertionError("no account");
            }
            assertEquals(
                    "TY2uroBeZ5trA9QT96aEWj32XLkAAhQ9R2", account.address(0).text());
        }
        assertTrue(GOOD.refused(Map.of(ASSET + "xpub", wallet.path("44h/195h").xpub()))
                .contains("m/44'/195'/0'"));
    }

    @Test
    void an_asset_of_the_test_net_is_not_taken_for_one_of_the_main_net() {
        var complaint = GOOD.refused(Map.of(ASSET + "id", "tron:0xcd8690dc/trc20:TXYZopYRdj2D9XRtbG411XZZ3kM5VkAeBf"));
        assertTrue(complaint.contains("imtoken.networks has no such chain"), complaint);
    }

    @Test
    void new_blocks_are_told_by_nobody() {
        assertTrue(
                GOOD.refused(Map.of(NETWORK + "heads-url", "wss://one.example")).contains("leave it out"));
        try (var networks = GOOD.networks(Map.of())) {
            assertEquals(new Heads.None(), networks.all().getFirst().heads());
        }
    }

    private static ReceivingMode mode(Map<String, String> changes) {
        var assets = GOOD.assets(changes);
        return assets.of(assets.assets().getFirst().asset());
    }
}
