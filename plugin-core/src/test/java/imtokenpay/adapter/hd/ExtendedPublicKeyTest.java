package imtokenpay.adapter.hd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.base58.Base58;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Public derivation against the vectors of BIP-32, against a private derivation written apart, and against what people
/// paste by mistake.
class ExtendedPublicKeyTest {
    private static final String SEED_1 = "000102030405060708090a0b0c0d0e0f";
    private static final String SEED_2 = "fffcf9f6f3f0edeae7e4e1dedbd8d5d2cfccc9c6c3c0bdbab7b4b1aeaba8a5a2"
            + "9f9c999693908d8a8784817e7b7875726f6c696663605d5a5754514e4b484542";
    private static final HdWallet WALLET = HdWallet.ofSeed(HexFormat.of().parseHex(SEED_1));

    // Every public step (not hardened) of the published vectors 1 and 2: parent, index, child.
    @ParameterizedTest
    @CsvFileSource(resources = "bip32-public.csv")
    void the_published_vectors_come_out(String parent, int index, String child) {
        var derived = ExtendedPublicKey.parse(parent).child(index);
        var published = ExtendedPublicKey.parse(child);
        assertArrayEquals(published.compressed(), derived.compressed());
        assertArrayEquals(published.chainCode(), derived.chainCode());
        assertEquals(published.depth(), derived.depth());
    }

    @Test
    void the_wallet_of_the_tests_writes_the_published_keys() {
        assertEquals(
                "xprvA41z7zogVVwxVSgdKUHDy1SKmdb533PjDz7J6N6mV6uS3ze1ai8FHa8k"
                        + "mHScGpWmj4WggLyQjgPie1rFSruoUihUZREPSL39UNdE3BBDu76",
                WALLET.path("0h/1/2h/2/1000000000").xprv());
        assertEquals(
                "xpub6FnCn6nSzZAw5Tw7cgR9bi15UV96gLZhjDstkXXxvCLsUXBGXPdSnLFb"
                        + "dpq8p9HmGsApME5hQTZ3emM2rnY5agb9rXpVGyy3bdW6EEgAtqt",
                HdWallet.ofSeed(HexFormat.of().parseHex(SEED_2))
                        .path("0/2147483647h/1/2147483646h/2")
                        .xpub());
    }

    @Test
    void public_and_private_derivation_agree() {
        var account = WALLET.path("44h/60h/0h/0");
        var open = ExtendedPublicKey.parse(account.xpub());
        for (var index = 0; index < 300; index++) {
            assertArrayEquals(
                    account.child(index).publicKey(), open.child(index).compressed());
        }
        assertArrayEquals(
                account.child(Integer.MAX_VALUE).publicKey(),
                open.child(Integer.MAX_VALUE).compressed());
    }

    @Test
    void a_key_in_65_bytes_is_the_one_in_33() {
        var key = ExtendedPublicKey.parse(WALLET.xpub());
        assertArrayEquals(Arrays.copyOfRange(key.compressed(), 1, 33), Arrays.copyOfRange(key.uncompressed(), 1, 33));
        assertEquals(65, key.uncompressed().length);
        assertEquals(4, key.uncompressed()[0]);
    }

    @Test
    void every_changed_letter_is_noticed() {
        var text = WALLET.path("44h/60h/0h").xpub();
        for (var i = 0; i < text.length(); i++) {
            var other = text.charAt(i) == '2' ? '3' : '2';
            refused(text.substring(0, i) + other + text.substring(i + 1));
        }
        refused(text + "1");
        refused(text.substring(1));
        refused("");
        refused("1");
        refused("1".repeat(201));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test test test test test test test test test test test junk",
                "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
                "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80",
                "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiC"
                        + "hkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi",
                "zprv and some letters that are mistyped",
                "xprvMistyped"
            })
    void a_secret_is_refused_with_a_warning_and_never_repeated(String secret) {
        var complaint = refused(secret);
        assertTrue(complaint.contains("must never be entered"), complaint);
        assertFalse(complaint.contains(secret), complaint);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x0488ADE4, 0x049D7878, 0x04B2430C, 0x04358394, 0x044A4E28, 0x045F18BC})
    void every_kind_of_private_key_is_known_by_its_bytes(int version) {
        var complaint = refused(WALLET.written(version, WALLET.publicKey()));
        assertTrue(complaint.contains("must never be entered"), complaint);
    }

    @Test
    void the_forms_that_bitcoin_wallets_show_are_known() {
        assertEquals(KeyVersion.XPUB, version(0x0488B21E));
        assertEquals(KeyVersion.YPUB, version(0x049D7CB2));
        assertEquals(KeyVersion.ZPUB, version(0x04B24746));
        assertEquals(KeyVersion.TPUB, version(0x043587CF));
        assertEquals(KeyVersion.UPUB, version(0x044A5262));
        assertEquals(KeyVersion.VPUB, version(0x045F1CF6));
        refused(WALLET.written(0x04000000, WALLET.publicKey()));
    }

    private static KeyVersion version(int bytes) {
        var written = ExtendedPublicKey.parse(WALLET.written(bytes, WALLET.publicKey()));
        return written.version();
    }

    // The shapes of the published vector 5: each has a right checksum and is wrong inside.
    @Test
    void a_key_that_is_wrong_inside_is_refused() {
        var key = WALLET.publicKey();
        for (var prefix : new byte[] {0, 1, 4, 6, 7}) {
            var wrong = key.clone();
            wrong[0] = prefix;
            refused(WALLET.written(0x0488B21E, wrong));
        }
        // x = 5 is on no point of the curve.
        refused(WALLET.written(
                0x0488B21E,
                ByteBuffer.allocate(33).put((byte) 2).put(32, (byte) 5).array()));
        refused(HdWallet.base58(new byte[] {4, (byte) 0x88, (byte) 0xB2, 0x1E}));
        var child = ByteBuffer.wrap(Base58.checked(WALLET.child(7).xpub()));
        refused(HdWallet.base58(child.put(4, (byte) 0).array()));
    }

    @Test
    void a_public_key_has_no_hardened_children() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ExtendedPublicKey.parse(WALLET.xpub()).child(Integer.MIN_VALUE));
    }

    @Test
    void a_fingerprint_names_the_key_and_hides_it() {
        var one = ExtendedPublicKey.parse(WALLET.xpub());
        assertEquals(one.fingerprint(), ExtendedPublicKey.parse(WALLET.xpub()).fingerprint());
        assertNotEquals(one.fingerprint(), one.child(0).fingerprint());
        assertEquals(32, one.fingerprint().length());
        assertEquals("ExtendedPublicKey[" + one.fingerprint() + "]", one.toString());
    }

    private static String refused(String text) {
        return assertThrows(IllegalArgumentException.class, () -> ExtendedPublicKey.parse(text))
                .getMessage();
    }
}
