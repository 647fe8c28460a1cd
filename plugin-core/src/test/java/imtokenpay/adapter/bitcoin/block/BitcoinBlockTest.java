package imtokenpay.adapter.bitcoin.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.bitcoin.RawBlock;
import imtokenpay.adapter.bitcoin.RawTransaction;
import imtokenpay.adapter.bitcoin.address.BitcoinAddress;
import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.adapter.bitcoin.address.KeyForm;
import imtokenpay.chain.Address;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a block pays to whom, and that nothing passes which the block's own hash does not bind.
class BitcoinBlockTest {
    private static final BitcoinNet NET = BitcoinNet.MAIN;
    private static final Asset BTC = new Asset(NET.chain() + "/slip44:0", "BTC", 8);
    private static final Address SHOP = new Address("bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu");
    private static final Address POOL = new Address("37VucYSaXLCAsxYyAPfbSi9eh4iEcbShgf");
    private static final byte[] TO_SHOP = BitcoinAddress.script(NET, SHOP);
    private static final byte[] TO_OTHERS = KeyForm.P2PKH.script(new byte[33]);
    private static final byte[] KEY = key((byte) 7);
    private static final byte[] SIGNATURE = new byte[71];
    private static final byte[] SPENT = new byte[32];
    private static final Instant SEEN = Instant.parse("2026-11-30T10:00:00Z");

    // The block that every chain of Bitcoin Core's regtest begins with, as a node tells it.
    private static final String FIRST_HASH = "0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206";
    private static final String FIRST =
            "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd"
                    + "7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4adae5"
                    + "494dffff7f200200000001010000000100000000000000"
                    + "00000000000000000000000000000000000000000000000000ffffffff4d"
                    + "04ffff001d0104455468652054696d65732030332f4a61"
                    + "6e2f32303039204368616e63656c6c6f72206f6e206272696e6b206f6620"
                    + "7365636f6e64206261696c6f757420666f722062616e6b"
                    + "73ffffffff0100f2052a01000000434104678afdb0fe5548271967f1a671"
                    + "30b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f"
                    + "4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac00000000";

    @Test
    void whether_a_transaction_may_be_replaced_is_said_of_that_one_alone() {
        var both = new ByteArrayOutputStream();
        both.writeBytes(RawTransaction.coinbase(1).says(0).pays(1, new byte[0]).bytes());
        both.writeBytes(RawTransaction.coinbase(2).pays(1, new byte[0]).bytes());
        var octets = new Octets(both.toByteArray(), 0);
        var transaction = new Transaction(octets, new Everybody(BitcoinNet.REGTEST), new DoubleHash());
        transaction.next(new byte[Octets.HASH], 0);
        assertTrue(transaction.isReplaceable());
        transaction.next(new byte[Octets.HASH], 0);
        assertFalse(transaction.isReplaceable());
    }

    @Test
    void the_first_block_of_a_real_node_is_read() {
        var block = BitcoinBlock.read(HexFormat.of().parseHex(FIRST), FIRST_HASH, watched(SHOP));
        assertEquals(Instant.ofEpochSecond(1296688602), block.at(0).time());
        assertEquals("0".repeat(64), block.at(0).parentHash());
        assertEquals(FIRST_HASH, block.at(0).hash());
    }

    @Test
    void a_payment_is_an_output_and_two_outputs_are_two() {
        var paying = payer().pays(1, TO_OTHERS).pays(12_345, TO_SHOP).pays(7, TO_SHOP);
        var transfers = transfers(block(paying), SHOP);
        assertEquals(
                List.of(1, 2),
                transfers.stream().map(found -> found.id().logIndex()).toList());
        assertEquals(paying.id(), transfers.getFirst().id().txHash());
        assertEquals("0.00012345", transfers.getFirst().amount().decimal());
        assertEquals(SHOP, transfers.getFirst().receiver());
        assertEquals(SEEN, transfers.getFirst().sighting().firstSeen());
    }

    @Test
    void all_bitcoins_that_there_can_be_are_counted_to_the_last_satoshi_and_more_is_a_lie() {
        var most = 2_100_000_000_000_000L;
        var transfers = transfers(block(payer().pays(most - 1, TO_SHOP)), SHOP);
        assertEquals(
                new BigInteger("2099999999999999"),
                transfers.getFirst().amount().units());
        assertThrows(ChainUnavailable.class, () -> transfers(block(payer().pays(most + 1, TO_SHOP)), SHOP));
        assertThrows(ChainUnavailable.class, () -> transfers(block(payer().pays(-1, TO_SHOP)), SHOP));
    }

    @Test
    void nothing_and_what_others_get_is_no_payment() {
        assertEquals(List.of(), transfers(block(payer().pays(0, TO_SHOP).pays(5, TO_OTHERS)), SHOP));
        assertEquals(List.of(), transfers(block(payer().pays(5, TO_SHOP)), POOL));
    }

    @Test
    void what_the_block_itself_pays_is_not_counted() {
        var finder = RawTransaction.coinbase(1).pays(5_000_000_000L, TO_SHOP);
        assertEquals(List.of(), transfers(new RawBlock(SPENT, 1_700_000_000, List.of(finder)), SHOP));
    }

    @ParameterizedTest
    @EnumSource(KeyForm.class)
    void who_pays_by_a_single_key_shows_his_address(KeyForm form) {
        var transfers = transfers(block(spending(form).pays(5, TO_SHOP)), SHOP);
        assertEquals(
                BitcoinAddress.of(NET, form.script(KEY)).orElseThrow(),
                transfers.getFirst().sender());
    }

    @ParameterizedTest
    @EnumSource(KeyForm.class)
    void change_that_comes_back_to_where_it_was_spent_is_no_payment(KeyForm form) {
        var own = BitcoinAddress.of(NET, form.script(KEY)).orElseThrow();
        var sweep = payer().pays(9, TO_SHOP).pays(5, form.script(KEY));
        assertEquals(2, transfers(block(sweep), SHOP, own).size());
        var change = addSpending(payer(), form).pays(9, TO_SHOP).pays(5, form.script(KEY));
        var transfers = transfers(block(change), SHOP, own);
        assertEquals(List.of(SHOP), transfers.stream().map(Transfer::receiver).toList());
    }

    @Test
    void where_no_key_shows_the_sender_is_what_was_spent() {
        var hash = new byte[32];
        hash[31] = 0x1F;
        for (var script : new String[] {"", "00", "51", "4d", "02aa", "0100"}) {
            var paying = new RawTransaction()
                    .spends(hash, 3, HexFormat.of().parseHex(script))
                    .pays(5, TO_SHOP);
            assertEquals(
                    "1f" + "00".repeat(31) + ":3",
                    transfers(block(paying), SHOP).getFirst().sender().text());
        }
        var taproot =
                new RawTransaction().spends(hash, 0, new byte[0], new byte[64]).pays(5, TO_SHOP);
        assertEquals(
                "1f" + "00".repeat(31) + ":0",
                transfers(block(taproot), SHOP).getFirst().sender().text());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 11, 252, 253, 300})
    void blocks_of_any_number_of_transactions_are_read_whole(int transactions) {
        var paying = new ArrayList<RawTransaction>();
        for (var i = 0; i < transactions; i++) {
            paying.add(payer().pays(i + 1L, TO_SHOP));
        }
        assertEquals(
                transactions,
                transfers(block(paying.toArray(RawTransaction[]::new)), SHOP).size());
    }

    @Test
    void no_byte_that_names_a_payment_can_be_changed_and_none_left_out_or_added() {
        var block = block(payer().pays(5, TO_SHOP), payer().pays(6, TO_OTHERS), spending(KeyForm.P2PKH));
        var bytes = block.bytes();
        for (var at = 0; at < bytes.length; at++) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            assertRefused(changed, block.id(), at);
        }
        for (var length = 0; length < bytes.length; length++) {
            assertRefused(Arrays.copyOf(bytes, length), block.id(), length);
        }
        assertRefused(Arrays.copyOf(bytes, bytes.length + 1), block.id(), bytes.length);
    }

    @Test
    void a_transaction_that_is_left_out_or_shown_twice_is_noticed() {
        var one = payer().pays(5, TO_SHOP);
        var other = payer().pays(6, TO_SHOP);
        var whole = block(one, other);
        var header = Arrays.copyOf(whole.bytes(), 80);
        for (var shown : List.of(List.of(one), List.of(other, one), List.of(one, other, other))) {
            var lie = block(shown.toArray(RawTransaction[]::new)).bytes();
            System.arraycopy(header, 0, lie, 0, header.length);
            assertRefused(lie, whole.id(), shown.size());
        }
        // Its hash is the same: the last of an odd number stands for two.
        var odd = block(one, other);
        var twice = block(one, other, other);
        assertEquals(odd.id(), twice.id());
        var refused =
                assertThrows(ChainUnavailable.class, () -> BitcoinBlock.read(twice.bytes(), twice.id(), watched(SHOP)));
        assertTrue(refused.getMessage().contains("one transaction twice"), refused.getMessage());
    }

    @Test
    void no_noise_is_taken_for_a_block_and_none_does_harm() {
        var random = new Random(5);
        var block = block(payer().pays(5, TO_SHOP), spending(KeyForm.P2WPKH).pays(6, TO_SHOP));
        for (var round = 0; round < 2_000; round++) {
            var noisy = block.bytes();
            var from = 80 + random.nextInt(noisy.length - 80);
            for (var at = from; at < Math.min(noisy.length, from + 1 + random.nextInt(9)); at++) {
                noisy[at] = (byte) random.nextInt();
            }
            var id = block.id();
            if (!Arrays.equals(noisy, block.bytes())) {
                try {
                    var read = BitcoinBlock.read(noisy, id, watched(SHOP));
                    assertEquals(
                            2, read.transfers(9, watched(SHOP), any -> SEEN).size(), "only a witness was changed");
                } catch (ChainUnavailable noticed) {
                    assertTrue(!noticed.getMessage().isEmpty());
                }
            }
        }
    }

    private static void assertRefused(byte[] bytes, String id, int at) {
        assertThrows(ChainUnavailable.class, () -> BitcoinBlock.read(bytes, id, watched(SHOP)), "at " + at);
    }

    private static RawTransaction payer() {
        return new RawTransaction().spends(SPENT, 0, new byte[0]);
    }

    private static RawTransaction spending(KeyForm form) {
        return addSpending(new RawTransaction(), form);
    }

    private static RawTransaction addSpending(RawTransaction transaction, KeyForm form) {
        var hash = KeyForm.P2WPKH.script(KEY);
        return switch (form) {
            case P2PKH -> transaction.spends(SPENT, 1, pushes(SIGNATURE, KEY));
            case P2SH_P2WPKH -> transaction.spends(SPENT, 1, pushes(hash), SIGNATURE, KEY);
            case P2WPKH -> transaction.spends(SPENT, 1, new byte[0], SIGNATURE, KEY);
        };
    }

    private static byte[] pushes(byte[]... items) {
        var script = new ByteArrayOutputStream();
        for (var item : items) {
            script.write(item.length);
            script.writeBytes(item);
        }
        return script.toByteArray();
    }

    private static byte[] key(byte filler) {
        var key = new byte[33];
        Arrays.fill(key, filler);
        key[0] = 2;
        return key;
    }

    private static RawBlock block(RawTransaction... paying) {
        var all = new ArrayList<>(List.of(RawTransaction.coinbase(1).pays(1, TO_OTHERS)));
        all.addAll(List.of(paying));
        return new RawBlock(SPENT, 1_700_000_000, all);
    }

    private static List<Transfer> transfers(RawBlock block, Address... receivers) {
        var watched = watched(receivers);
        return BitcoinBlock.read(block.bytes(), block.id(), watched).transfers(9, watched, any -> SEEN);
    }

    private static WatchedScripts watched(Address... receivers) {
        return new WatchedScripts(NET, new Watch(Set.of(BTC), Set.of(receivers)));
    }
}
