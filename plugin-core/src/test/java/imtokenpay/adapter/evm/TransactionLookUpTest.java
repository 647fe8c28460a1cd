package imtokenpay.adapter.evm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.Address;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.TransactionAnswer;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import java.io.IOException;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.web3j.crypto.Hash;
import tools.jackson.databind.JsonNode;

class TransactionLookUpTest {
    private static final String HASH = "0x" + "ab".repeat(32);
    private static final Address SHOP = new Address("0x52908400098527886E0F7030069857D2E4169EE7");
    private static final Address SHOPPER = new Address("0x8617E340B3D01FA5F11F306F4090FD50E238070D");
    private static final Address USDT = new Address("0xdAC17F958D2ee523a2206206994597C13D831ec7");
    private static final String COIN = "{\"from\":\"" + lower(SHOPPER) + "\",\"to\":\"" + lower(SHOP)
            + "\",\"value\":\"0xde0b6b3a7640000\",\"input\":\"0x\",\"accessList\":[]}";
    private static final String CALL = COIN.replace("0xde0b6b3a7640000", "0x0");

    private ScriptedNode node;
    private String sent = COIN;
    private String receipt = receipt("0x1", "");
    private String chain = "0x1";

    @BeforeEach
    void opens() throws IOException {
        node = new ScriptedNode(this::answer);
    }

    @AfterEach
    void closes() {
        node.close();
    }

    @Test
    void coins_that_a_transaction_carries_are_told() {
        assertEquals(
                new TransactionAnswer.Done(
                        19, List.of(new Move(Optional.empty(), SHOPPER, SHOP, BigInteger.TEN.pow(18)))),
                lookUp());
    }

    @Test
    void tokens_are_told_by_their_contract_and_other_logs_are_left_out() {
        sent = CALL;
        receipt = receipt(
                "0x1",
                String.join(
                        ",",
                        log(USDT, transfer(), padded(SHOPPER), padded(SHOP), amount(5)),
                        log(
                                USDT,
                                Hash.sha3String("Approval(address,address,uint256)"),
                                padded(SHOP),
                                padded(SHOP),
                                amount(6)),
                        log(USDT, transfer(), padded(SHOPPER), padded(SHOP) + "\",\"" + padded(SHOP), amount(7)),
                        log(USDT, transfer(), padded(SHOPPER), "0x" + "f".repeat(64), amount(8)),
                        log(USDT, transfer(), padded(SHOPPER), padded(SHOP), "0x" + "0".repeat(128))));
        assertEquals(
                new TransactionAnswer.Done(
                        19, List.of(new Move(Optional.of(USDT), SHOPPER, SHOP, BigInteger.valueOf(5)))),
                lookUp());
    }

    @Test
    void a_transaction_that_failed_moved_nothing() {
        receipt = receipt("0x0", log(USDT, transfer(), padded(SHOPPER), padded(SHOP), amount(5)));
        assertEquals(new TransactionAnswer.Failed(19), lookUp());
    }

    @Test
    void one_that_no_block_holds_waits_and_one_that_nobody_knows_is_unknown() {
        receipt = "null";
        assertEquals(
                new TransactionAnswer.Pending(
                        List.of(new Move(Optional.empty(), SHOPPER, SHOP, BigInteger.TEN.pow(18)))),
                lookUp());
        sent = "null";
        assertEquals(new TransactionAnswer.Unknown(), lookUp());
    }

    @Test
    void one_that_a_block_holds_does_not_wait_because_its_receipt_is_missing() {
        receipt = "null";
        sent = COIN.replace("}", ",\"blockNumber\":\"0x13\"}");
        assertThrows(ChainUnavailable.class, this::lookUp);
        sent = COIN.replace("}", ",\"blockNumber\":null}");
        assertEquals(TransactionAnswer.Pending.class, lookUp().getClass());
    }

    @Test
    void coins_that_come_from_nobody_are_no_answer_where_that_cannot_be() {
        sent = COIN.replace("\"" + lower(SHOPPER) + "\"", "null");
        assertThrows(ChainUnavailable.class, this::lookUp);
    }

    @Test
    void a_transaction_that_makes_a_contract_moves_no_coins_to_anybody() {
        sent = COIN.replace("\"" + lower(SHOP) + "\"", "null");
        assertEquals(new TransactionAnswer.Done(19, List.of()), lookUp());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "\"0x1\"",
                "{}",
                "{\"status\":\"0x1\"}",
                "{\"status\":\"yes\",\"blockNumber\":\"0x1\"}"
            })
    void a_receipt_of_another_shape_is_no_answer(String shape) {
        receipt = shape;
        assertThrows(ChainUnavailable.class, this::lookUp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "{}", "{\"from\":\"0x12\",\"to\":\"0x34\",\"value\":\"0x1\"}"})
    void a_transaction_of_another_shape_is_no_answer(String shape) {
        sent = shape;
        assertThrows(ChainUnavailable.class, this::lookUp);
    }

    @Test
    void a_node_of_another_chain_says_nothing() {
        chain = "0x5";
        assertEquals(
                Reason.WRONG_CHAIN,
                assertThrows(ChainUnavailable.class, this::lookUp).reason());
    }

    private TransactionAnswer lookUp() {
        try (var reader = new EvmChainReader(node.network("eip155:1"), InstantSource.system())) {
            return reader.transaction(HASH);
        }
    }

    private String answer(JsonNode call) {
        return switch (call.path("method").asString()) {
            case "eth_chainId" -> "\"" + chain + "\"";
            case "eth_getTransactionByHash" -> sent;
            case "eth_getTransactionReceipt" -> receipt;
            default -> "null";
        };
    }

    private static String receipt(String status, String logs) {
        return "{\"status\":\"" + status + "\",\"blockNumber\":\"0x13\",\"logs\":[" + logs + "],\"type\":\"0x2\"}";
    }

    private static String log(Address token, String kind, String from, String to, String data) {
        return "{\"address\":\"" + lower(token) + "\",\"topics\":[\"" + kind + "\",\"" + from + "\",\"" + to
                + "\"],\"data\":\"" + data + "\",\"removed\":false}";
    }

    private static String transfer() {
        return Hash.sha3String("Transfer(address,address,uint256)");
    }

    private static String padded(Address address) {
        return "0x" + "0".repeat(24) + lower(address).substring(2);
    }

    private static String amount(int units) {
        return "0x" + "%064x".formatted(units);
    }

    private static String lower(Address address) {
        return address.text().toLowerCase(Locale.ROOT);
    }
}
