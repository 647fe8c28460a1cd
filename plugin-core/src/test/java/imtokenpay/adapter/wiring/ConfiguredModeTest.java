package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.hd.HdWallet;
import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.money.Asset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an integrator may write about receiving, and what he is told when it is wrong.
class ConfiguredModeTest {
    // The wallet of every development net: its first address is public knowledge.
    private static final HdWallet JUNK =
            HdWallet.ofWords("test test test test test test test test test test test junk");
    private static final List<String> JUNK_ADDRESSES = List.of(
            "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
            "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
            "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC");
    private static final String SHARED = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    private static final String OTHER = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";

    @Test
    void an_accounts_key_makes_the_wallets_own_addresses() {
        assertEquals(JUNK_ADDRESSES, addresses(JUNK.path("44h/60h/0h").xpub(), 3));
    }

    @Test
    void the_key_of_its_receiving_chain_makes_the_same_under_the_same_name() {
        var chain = JUNK.path("44h/60h/0h/0").xpub();
        assertEquals(JUNK_ADDRESSES, addresses(chain, 3));
        assertEquals(
                account(JUNK.path("44h/60h/0h").xpub()).fingerprint(),
                account(chain).fingerprint());
    }

    // Key and addresses as imToken's own test suite has them (token-core-monorepo, tcx, derive_test.rs).
    @Test
    void imtokens_own_key_makes_imtokens_own_addresses() {
        var words = "inject kidney empty canal shadow pact comfort wife crush horse wife sketch";
        var xpub = "xpub6CZG7sArTpFs5n47cUxtbcVXuq4QfUTykGWL8t8RJdPXvnSnF2VrDwgqjuS7J"
                + "vJ7DK8B4pnbMxCNtPsbHdPjuFBCcBo81cfMRWcPUXWND3e";
        assertEquals(xpub, HdWallet.ofWords(words).path("44h/60h/0h").xpub());
        assertEquals(
                List.of("0x6031564e7b2F5cc33737807b2E58DaFF870B590b", "0x80427Ae1f55bCf60ee4CD2db7549b8BC69a74303"),
                addresses(xpub, 2));
    }

    private static ReceivingMode.Account account(String xpub) {
        if (!(mode(Map.of("xpub", xpub)) instanceof ReceivingMode.Fresh(ReceivingMode.Account account))) {
            throw new AssertionError("no account");
        }
        return account;
    }

    private static List<String> addresses(String xpub, int count) {
        var account = account(xpub);
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(index -> account.address(index).text())
                .toList();
    }

    @Test
    void a_key_of_another_depth_is_refused() {
        for (var path : List.of("44h", "44h/60h", "44h/60h/0h/0/0")) {
            assertTrue(refused(Map.of("xpub", JUNK.path(path).xpub())).contains("depth"), path);
        }
    }

    @Test
    void a_private_key_is_refused_wherever_it_is_pasted_and_never_repeated() {
        var xprv = JUNK.path("44h/60h/0h").xprv();
        var key = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
        for (var secret : List.of(xprv, key, "test test test junk")) {
            for (var where : List.of("xpub", "pool")) {
                var complaint = refused(Map.of(where, secret));
                assertTrue(complaint.contains("must never be entered"), complaint);
                assertFalse(complaint.contains(secret), complaint);
            }
        }
    }

    @Test
    void a_mistyped_key_is_refused_by_its_checksum() {
        var xpub = JUNK.path("44h/60h/0h").xpub();
        var last = xpub.endsWith("x") ? "y" : "x";
        assertTrue(refused(Map.of("xpub", xpub.substring(0, xpub.length() - 1) + last))
                .contains("checksum"));
    }

    @Test
    void a_pool_is_the_addresses_that_are_listed() {
        assertEquals(
                new ReceivingMode.Pool(List.of(new Address(OTHER), new Address(JUNK_ADDRESSES.getFirst()))),
                mode(Map.of("pool", OTHER.toLowerCase(java.util.Locale.ROOT) + ", " + JUNK_ADDRESSES.getFirst())));
        assertEquals(new ReceivingMode.Shared(), mode(Map.of()));
    }

    @Test
    void a_pool_cannot_hold_the_shared_address_or_one_twice_or_one_mistyped() {
        assertTrue(refused(Map.of("pool", OTHER + "," + SHARED)).contains("shared address"));
        assertTrue(refused(Map.of("pool", OTHER + "," + OTHER)).contains("twice"));
        assertTrue(refused(Map.of("pool", OTHER.replace('f', 'F'))).contains("checksum"));
    }

    @Test
    void pool_and_key_exclude_each_other() {
        assertTrue(refused(Map.of("pool", OTHER, "xpub", JUNK.path("44h/60h/0h").xpub()))
                .contains("choose one"));
    }

    private static String refused(Map<String, String> keys) {
        var complaint =
                assertThrows(IllegalArgumentException.class, () -> mode(keys)).getMessage();
        assertTrue(complaint.startsWith("Configuration: imtoken.asset.usdt."), complaint);
        return complaint;
    }

    private static ReceivingMode mode(Map<String, String> keys) {
        var prefix = "imtoken.asset.usdt.";
        var texts = new java.util.HashMap<String, String>();
        keys.forEach((key, text) -> texts.put(prefix + key, text));
        var usdt = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
        var standing = new AcceptedAsset.Standing(false, false);
        var accepted = new AcceptedAsset(usdt, "Ethereum", new Address(SHARED), new Finality.Depth(12), standing);
        return ConfiguredMode.read(new Settings(new Keys(texts)), prefix, accepted);
    }
}
