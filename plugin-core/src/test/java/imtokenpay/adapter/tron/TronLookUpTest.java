package imtokenpay.adapter.tron;

import static imtokenpay.adapter.tron.TronChain.SHOP;
import static imtokenpay.adapter.tron.TronChain.SHOPPER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.TransactionAnswer.Done;
import imtokenpay.chain.watch.TransactionAnswer.Failed;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import imtokenpay.chain.watch.TransactionAnswer.Pending;
import imtokenpay.chain.watch.TransactionAnswer.Unknown;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One transaction that a person asks after, in the shapes that java-tron was seen to answer (2025-05).
class TronLookUpTest extends TronScene {
    private static final String USDT = "0xa614f803b6fd780986a42c78ec9c7f77e6ded13c";
    private static final BigInteger UNITS = BigInteger.valueOf(1_500_000);
    private static final Move TRX =
            new Move(Optional.empty(), TronAddress.ofWire(SHOPPER), TronAddress.ofWire(SHOP), UNITS);
    private static final String WORD = "0x" + "0".repeat(24);

    private String sent = "null";
    private String receipt = "null";

    @BeforeEach
    void answers_for_one() {
        node.answers(call -> switch (call.path("method").asString("")) {
            case "eth_getTransactionByHash" ->
                "\"result\":" + asked(call.path("params").path(0).asString(""), sent);
            case "eth_getTransactionReceipt" ->
                "\"result\":" + asked(call.path("params").path(0).asString(""), receipt);
            default -> chain.answer(call);
        });
    }

    @Test
    void a_token_is_told_as_people_on_tron_spell_it_and_only_json_rpc_is_asked() {
        sent = sent("\"" + SHOPPER + "\"", USDT, 0);
        receipt = receipt("0x1", log(USDT, SHOPPER, SHOP, 25_370_000));
        var token = new Address("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t");
        assertEquals(
                new Done(
                        107,
                        List.of(new Move(Optional.of(token), TRX.from(), TRX.to(), BigInteger.valueOf(25_370_000)))),
                reader.transaction("cd".repeat(32)));
        assertFalse(chain.calls.containsKey("wallet"));
    }

    @Test
    void trx_is_told_once_the_block_shows_that_it_is_trx() {
        assertEquals(new Done(107, List.of(TRX)), lookUp("TransferContract", "SUCCESS"));
    }

    @Test
    void a_trc10_token_is_told_by_its_number_and_never_as_trx() {
        var token = new Move(Optional.of(new Address("trc10:1002000")), TRX.from(), TRX.to(), UNITS);
        assertEquals(new Done(107, List.of(token)), lookUp("TransferAssetContract", "SUCCESS"));
    }

    @ParameterizedTest
    @CsvSource({
        "FreezeBalanceContract, SUCCESS",
        "VoteWitnessContract, SUCCESS",
        "TransferContract, REVERT",
        "TransferAssetContract, OUT_OF_TIME"
    })
    void what_only_looks_like_a_transfer_moved_nothing(String kind, String end) {
        assertEquals(new Done(107, List.of()), lookUp(kind, end));
    }

    @Test
    void one_that_failed_moved_nothing_and_needs_no_block() {
        sent = sent("\"" + SHOPPER + "\"", SHOP, 1_500_000);
        receipt = receipt("0x0", "");
        assertEquals(new Failed(107), reader.transaction("cd".repeat(32)));
        assertFalse(chain.calls.containsKey("wallet"));
    }

    @Test
    void one_that_nobody_knows_is_unknown() {
        assertEquals(new Unknown(), reader.transaction("cd".repeat(32)));
    }

    @Test
    void what_waits_is_not_said_to_be_trx() {
        sent = sent("\"" + SHOPPER + "\"", SHOP, 1_500_000).replace("0x6b", "0x");
        assertEquals(new Pending(List.of()), reader.transaction("cd".repeat(32)));
    }

    @Test
    void a_node_that_keeps_no_receipts_does_not_make_it_wait() {
        sent = sent("\"" + SHOPPER + "\"", SHOP, 1_500_000);
        var trouble = assertThrows(ChainUnavailable.class, () -> reader.transaction("cd".repeat(32)));
        assertTrue(trouble.getMessage().contains("keeps no receipts"), trouble.getMessage());
    }

    @Test
    void one_from_nobody_brought_nothing_that_can_be_told() {
        sent = sent("null", SHOP, 7);
        receipt = receipt("0x1", "");
        assertEquals(new Done(107, List.of()), reader.transaction("cd".repeat(32)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "<html>", "OTHER BLOCK", "NO NAME"})
    void without_its_block_nothing_is_said(String shown) {
        var hash = chain.coins.add(107, move("TransferAssetContract", "SUCCESS"));
        coin();
        node.shows(height -> switch (shown) {
            case "OTHER BLOCK" ->
                new CoinBlocks().walletBlock(height, chain.ref(height).hash());
            case "NO NAME" -> chain.walletBlock(height).replace("asset_name", "other");
            default -> shown;
        });
        assertThrows(ChainUnavailable.class, () -> reader.transaction(hash));
    }

    @Test
    void a_token_older_than_numbers_is_told_by_its_name() {
        var hash = chain.coins.add(107, move("TransferAssetContract", "SUCCESS"));
        coin();
        node.shows(height -> chain.walletBlock(height).replace("31303032303030", "53454544"));
        assertEquals(
                new Address("trc10:53454544"),
                ((Done) reader.transaction(hash)).moves().getFirst().token().orElseThrow());
    }

    private Object lookUp(String kind, String end) {
        var hash = chain.coins.add(107, move(kind, end));
        coin();
        return reader.transaction(hash);
    }

    private void coin() {
        sent = sent("\"" + SHOPPER + "\"", SHOP, 1_500_000);
        receipt = receipt("0x1", "");
    }

    private static CoinBlocks.Move move(String kind, String end) {
        return new CoinBlocks.Move(kind, end, SHOPPER, SHOP, 1_500_000);
    }

    // Hashes go over the wire with the 0x that TRON writes nowhere else.
    private static String asked(String hash, String answer) {
        return hash.matches("0x[0-9a-f]{64}") ? answer : "null";
    }

    private static String sent(String from, String to, long value) {
        return ("{\"blockHash\":\"0x%064x\",\"blockNumber\":\"0x6b\",\"from\":%s,\"gas\":\"0x0\","
                        + "\"gasPrice\":\"0x64\",\"hash\":\"0x%064x\",\"input\":\"0x\","
                        + "\"nonce\":\"0x0000000000000000\",\"r\":\"0x73\",\"s\":\"0x70\",\"to\":\"%s\","
                        + "\"transactionIndex\":\"0x0\",\"type\":\"0x0\",\"v\":\"0x1c\",\"value\":\"0x%x\"}")
                .formatted(107, from, 7, to, value);
    }

    private static String receipt(String status, String logs) {
        return ("{\"blockHash\":\"0x%064x\",\"blockNumber\":\"0x6b\",\"contractAddress\":null,"
                        + "\"cumulativeGasUsed\":\"0x0\",\"effectiveGasPrice\":\"0x64\",\"gasUsed\":\"0x0\","
                        + "\"logs\":[%s],\"logsBloom\":\"0x00\",\"status\":\"%s\",\"type\":\"0x0\"}")
                .formatted(107, logs, status);
    }

    private static String log(String token, String from, String to, long units) {
        return ("{\"address\":\"%s\",\"data\":\"0x%064x\",\"logIndex\":\"0x0\",\"removed\":false,\"topics\":["
                        + "\"0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef\",\"%s\",\"%s\"]}")
                .formatted(token, units, WORD + from.substring(2), WORD + to.substring(2));
    }
}
