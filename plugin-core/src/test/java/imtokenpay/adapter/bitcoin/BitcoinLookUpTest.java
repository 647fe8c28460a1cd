package imtokenpay.adapter.bitcoin;

import static imtokenpay.adapter.bitcoin.BitcoinChainReaderTest.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.bitcoin.address.BitcoinAddress;
import imtokenpay.adapter.bitcoin.address.KeyForm;
import imtokenpay.chain.Address;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.TransactionAnswer.Done;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import imtokenpay.chain.watch.TransactionAnswer.Pending;
import imtokenpay.chain.watch.TransactionAnswer.Unknown;
import java.io.IOException;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One transaction that a person asks after, on nodes with and without an index of all.
class BitcoinLookUpTest {
    private static final String NOBODYS = "ab".repeat(32);
    // What the canned transactions spend shows no address.
    private static final Address SENDER = new Address("0".repeat(64) + ":0");
    private static final List<Move> PAID = List.of(paid(SHOP, 12_345));

    private final CannedChain chain = new CannedChain(110);
    private CannedNode node;
    private NodeReader reader;

    @BeforeEach
    void starts() throws IOException {
        node = new CannedNode(chain);
        reader = node.reader(InstantSource.fixed(CannedChain.time(1_000)));
    }

    @AfterEach
    void stops() {
        reader.close();
        node.close();
    }

    @Test
    void one_that_waits_for_a_block_is_told_with_what_it_pays() {
        assertEquals(new Pending(PAID), reader.transaction(chain.waits(SHOP, 12_345)));
        assertEquals(0, node.calls("gettxout"));
    }

    @Test
    void a_node_with_an_index_tells_every_transaction_and_which_are_none() {
        var id = chain.pays(SHOP, 12_345);
        chain.grows(5);
        node.lookUps.keepsIndex();
        node.lookUps.spends(id, 0);
        assertEquals(new Done(111, PAID), reader.transaction(id));
        assertEquals(new Unknown(), reader.transaction(NOBODYS));
    }

    @Test
    void a_node_without_one_tells_those_that_have_unspent_money() {
        var id = pays(SHOP, SHOP);
        chain.grows(5);
        assertEquals(new Done(111, List.of(PAID.getFirst(), PAID.getFirst())), reader.transaction(id));
        node.lookUps.spends(id, 0);
        assertEquals(new Done(111, List.of(PAID.getFirst(), PAID.getFirst())), reader.transaction(id));
    }

    @Test
    void of_all_others_such_a_node_says_nothing() {
        var id = chain.pays(SHOP, 12_345);
        node.lookUps.spends(id, 0);
        for (var hash : List.of(id, NOBODYS)) {
            assertTrue(trouble(hash).getMessage().contains("txindex=1"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"txindex\":{\"synced\":false,\"best_block_height\":7}}",
                "{\"coinstatsindex\":{\"synced\":true}}",
                "{\"code\":-32601,\"message\":\"Method not found\"}"
            })
    void an_index_that_is_not_complete_proves_nothing(String said) {
        node.lookUps.index = said;
        trouble(NOBODYS);
    }

    @ParameterizedTest
    @CsvSource({"-28, Loading block index...", "-32601, Method not found", "-1, JSON value is not a boolean"})
    void an_error_of_another_kind_is_not_taken_for_unknown(int code, String message) {
        node.lookUps.keepsIndex();
        node.lies("getrawtransaction", any -> CannedNode.error(code, message));
        assertTrue(trouble(NOBODYS).getMessage().contains(message));
    }

    @Test
    void a_block_that_was_left_behind_holds_nothing() {
        var id = chain.pays(SHOP, 12_345);
        node.lookUps.keepsIndex();
        node.lies("getblockheader", header -> header.replaceFirst("\"confirmations\":\\d+", "\"confirmations\":-1"));
        assertEquals(Reason.INCONSISTENT, trouble(id).reason());
    }

    @Test
    void scripts_without_an_address_and_change_are_left_out() {
        var change = BitcoinAddress.script(CannedChain.NET, SHOP);
        var key = new byte[33];
        key[0] = 2;
        var own = KeyForm.P2WPKH.script(key);
        var transaction = new RawTransaction()
                .spends(new byte[32], 0, new byte[0], new byte[71], key)
                .pays(7, own)
                .pays(0, change)
                .pays(9, odd(22))
                .pays(9, odd(23))
                .pays(9, odd(25))
                .pays(9, odd(34))
                .pays(9, new byte[0])
                .pays(12_345, change);
        var from = BitcoinAddress.of(CannedChain.NET, own).orElseThrow();
        assertEquals(
                new Pending(List.of(new Move(Optional.empty(), from, SHOP, BigInteger.valueOf(12_345)))),
                reader.transaction(chain.waits(transaction)));
    }

    @Test
    void a_transaction_that_is_another_one_or_garbled_is_no_answer() {
        var id = chain.waits(SHOP, 12_345);
        var other = chain.waits(SHOP, 99_999);
        assertThrows(ChainUnavailable.class, () -> {
            node.lies("getrawtransaction", any -> node.lookUps.raw(params(other)));
            reader.transaction(id);
        });
        for (var hex : List.of("", "zz", "00", "0200")) {
            node.lies("getrawtransaction", any -> "{\"hex\":\"" + hex + "\"}");
            trouble(id);
        }
        node.lies("getrawtransaction", shown -> shown.replaceFirst("\"hex\":\"([0-9a-f]+)\"", "\"hex\":\"$100\""));
        trouble(id);
        node.lies("getrawtransaction", any -> "null");
        trouble(id);
    }

    @Test
    void a_node_that_threw_the_block_away_or_is_of_another_net_says_nothing() {
        var id = chain.pays(SHOP, 12_345);
        node.lies("getblockchaininfo", info -> info.replace("\"pruned\":false", "\"pruned\":true,\"pruneheight\":112"));
        assertTrue(trouble(id).getMessage().contains("thrown away block 111"));
        node.lies("getblockhash", hash -> hash.replace(CannedChain.GENESIS, "1".repeat(64)));
        assertEquals(Reason.WRONG_CHAIN, trouble(id).reason());
    }

    private ChainUnavailable trouble(String id) {
        return assertThrows(ChainUnavailable.class, () -> reader.transaction(id));
    }

    private String pays(Address... receivers) {
        var transaction = new RawTransaction().spends(new byte[32], 0, new byte[0]);
        for (var receiver : receivers) {
            transaction.pays(12_345, BitcoinAddress.script(CannedChain.NET, receiver));
        }
        var id = chain.waits(transaction);
        chain.grows(1);
        return id;
    }

    private static byte[] odd(int length) {
        var script = new byte[length];
        script[0] = 0x6a;
        return script;
    }

    private static JsonNode params(String id) {
        return new JsonMapper().readTree("[\"" + id + "\",true]");
    }

    private static Move paid(Address to, int sats) {
        return new Move(Optional.empty(), SENDER, to, BigInteger.valueOf(sats));
    }
}
