package imtokenpay.devnet.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.devnet.account.Account;
import imtokenpay.devnet.account.DevKey;
import imtokenpay.devnet.account.Fees;
import imtokenpay.devnet.chain.Replay;
import imtokenpay.devnet.chain.Tether;
import imtokenpay.devnet.rpc.Deadline;
import imtokenpay.devnet.rpc.JsonRpc;
import imtokenpay.devnet.rpc.RpcFailure;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Credentials;
import tools.jackson.databind.JsonNode;

/// What both chains must do alike.
abstract class DevChainContract extends SendingContract {
    @Test
    void the_first_account_is_the_one_everybody_knows_and_is_rich() {
        Account account = new Account(chain.rpc(), DevKey.of(0));
        assertEquals("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", account.address());
        assertEquals(BigInteger.TEN.pow(22), account.balance());
        assertEquals(BigInteger.valueOf(31337), chain.rpc().quantity("eth_chainId"));
    }

    @Test
    void a_native_payment_shows_in_block_receipt_and_balance() {
        String hash = pay(MERCHANT, FIVE);
        assertTrue(chain.control().receipt(hash).isEmpty());
        assertTrue(chain.rpc()
                .call("eth_getTransactionByHash", hash)
                .path("blockHash")
                .isNull());
        chain.control().mine(1);

        JsonNode block = block("latest", true);
        JsonNode transaction = block.path("transactions").path(0);
        assertEquals(hash, transaction.path("hash").asString());
        assertEquals(lower(MERCHANT), transaction.path("to").asString());
        assertEquals("0x4c4bbb", transaction.path("value").asString());
        assertEquals(
                block.path("hash").asString(), transaction.path("blockHash").asString());
        JsonNode receipt = chain.control().receipt(hash).orElseThrow();
        assertEquals("0x1", receipt.path("status").asString());
        assertEquals("0x5208", receipt.path("gasUsed").asString());
        assertEquals(block.path("hash").asString(), receipt.path("blockHash").asString());
        assertTrue(receipt.path("logs").isEmpty());
        assertEquals(FIVE, chain.control().balance(MERCHANT));
    }

    @Test
    void a_payment_costs_its_sender_the_amount_and_the_fee() {
        Account shopper = new Account(chain.rpc(), SHOPPER);
        BigInteger before = shopper.balance();
        String hash = pay(MERCHANT, FIVE);
        chain.control().mine(1);

        JsonNode receipt = chain.control().receipt(hash).orElseThrow();
        BigInteger fee = quantity(receipt.path("gasUsed")).multiply(quantity(receipt.path("effectiveGasPrice")));
        assertEquals(before.subtract(FIVE).subtract(fee), shopper.balance());
    }

    @Test
    void money_that_is_not_there_cannot_be_sent() {
        Account poor = new Account(chain.rpc(), Credentials.create("0x" + "7".repeat(64)));
        String raw = poor.sign(new Account.Order(MERCHANT, FIVE, ""), BigInteger.ZERO, Fees.now(chain.rpc()));
        RpcFailure failure = assertThrows(RpcFailure.class, () -> poor.broadcast(raw));
        assertEquals(-32003, failure.code());
        assertTrue(failure.getMessage().contains("Insufficient funds"), failure.getMessage());
    }

    @Test
    void a_used_nonce_is_refused() {
        Account shopper = new Account(chain.rpc(), SHOPPER);
        pay(MERCHANT, FIVE);
        chain.control().mine(1);
        String raw = shopper.sign(new Account.Order(MERCHANT, FIVE, ""), BigInteger.ZERO, Fees.now(chain.rpc()));
        RpcFailure failure = assertThrows(RpcFailure.class, () -> shopper.broadcast(raw));
        assertTrue(failure.getMessage().contains("nonce too low"), failure.getMessage());
    }

    @Test
    void a_dearer_transaction_with_the_same_nonce_replaces_the_waiting_one() {
        Account shopper = new Account(chain.rpc(), SHOPPER);
        String first = pay(MERCHANT, FIVE);
        BigInteger nonce = shopper.nonce().subtract(BigInteger.ONE);
        Fees dearer = Fees.now(chain.rpc()).times(2);
        String second = shopper.broadcast(shopper.sign(new Account.Order(OTHER, FIVE, ""), nonce, dearer));
        chain.control().mine(1);

        assertTrue(chain.control().receipt(first).isEmpty());
        assertTrue(chain.rpc().call("eth_getTransactionByHash", first).isNull());
        assertTrue(chain.control().receipt(second).isPresent());
        assertEquals(BigInteger.ZERO, chain.control().balance(MERCHANT));
    }

    @Test
    void a_dropped_transaction_is_never_mined() {
        String hash = pay(MERCHANT, FIVE);
        chain.control().dropTransaction(hash);
        chain.control().mine(1);
        assertTrue(chain.control().receipt(hash).isEmpty());
        assertTrue(chain.control().rawTransaction(hash).isEmpty());
    }

    @Test
    void with_automatic_mining_every_payment_gets_its_block() {
        chain.control().setAutomine(true);
        assertTrue(chain.control().automine());
        long before = chain.control().head();
        String hash = pay(MERCHANT, FIVE);
        Deadline.until(
                "the receipt",
                Duration.ofSeconds(5),
                () -> chain.control().receipt(hash).isPresent());
        assertEquals(before + 1, chain.control().head());
    }

    @Test
    void what_waits_is_mined_when_automatic_mining_begins() {
        String hash = pay(MERCHANT, FIVE);
        chain.control().setAutomine(true);
        Deadline.until(
                "the receipt",
                Duration.ofSeconds(5),
                () -> chain.control().receipt(hash).isPresent());
    }

    @Test
    void with_interval_mining_blocks_come_by_themselves() {
        chain.control().setIntervalMining(1);
        Deadline.until("a block", Duration.ofSeconds(5), () -> chain.control().head() > 0);
    }

    @Test
    void a_reorg_removes_the_payment() {
        Tether tether = deploy();
        chain.control().mine(1);
        String hash = tether.transfer(SHOPPER, MERCHANT, FIVE);
        chain.control().mine(2);
        String old =
                chain.control().receipt(hash).orElseThrow().path("blockHash").asString();
        long head = chain.control().head();

        chain.control().reorg(2);

        assertEquals(head, chain.control().head());
        assertTrue(chain.control().receipt(hash).isEmpty());
        assertTrue(chain.rpc().call("eth_getTransactionByHash", hash).isNull());
        assertTrue(logs(Map.of("fromBlock", "0x0", "address", tether.address(), "topics", TRANSFERS))
                .isEmpty());
        assertTrue(chain.rpc().call("eth_getBlockByHash", old, false).isNull());
        assertEquals(BigInteger.ZERO, tether.balance(MERCHANT));
        assertParentsLink();
    }

    @Test
    void a_reorg_can_mine_the_payment_again_in_another_block() {
        Tether tether = deploy();
        chain.control().mine(1);
        String hash = tether.transfer(SHOPPER, MERCHANT, FIVE);
        chain.control().mine(3);
        JsonNode before = chain.control().receipt(hash).orElseThrow();
        String raw = chain.control().rawTransaction(hash).orElseThrow();

        chain.control().reorg(3, List.of(new Replay(raw, 1)));

        JsonNode after = chain.control().receipt(hash).orElseThrow();
        assertEquals(quantity(before.path("blockNumber")).add(BigInteger.ONE), quantity(after.path("blockNumber")));
        assertNotEquals(before.path("blockHash"), after.path("blockHash"));
        JsonNode logs = logs(Map.of("fromBlock", "0x0", "address", tether.address(), "topics", TRANSFERS));
        assertEquals(1, logs.size());
        assertEquals(after.path("blockHash"), logs.path(0).path("blockHash"));
        assertEquals(FIVE, tether.balance(MERCHANT));
        assertParentsLink();
    }

    @Test
    void a_reorg_can_mine_the_payment_at_the_same_height_under_another_hash() {
        String hash = pay(MERCHANT, FIVE);
        chain.control().mine(1);
        JsonNode before = chain.control().receipt(hash).orElseThrow();
        String raw = chain.control().rawTransaction(hash).orElseThrow();

        chain.control().reorg(1, List.of(new Replay(raw, 0)));

        JsonNode after = chain.control().receipt(hash).orElseThrow();
        assertEquals(before.path("blockNumber"), after.path("blockNumber"));
        assertNotEquals(before.path("blockHash"), after.path("blockHash"));
        assertEquals(FIVE, chain.control().balance(MERCHANT));
    }

    @Test
    void an_evicted_payment_can_be_sent_again() {
        String hash = pay(MERCHANT, FIVE);
        chain.control().mine(1);
        String raw = chain.control().rawTransaction(hash).orElseThrow();
        chain.control().reorg(1);
        assertEquals(BigInteger.ZERO, chain.control().balance(MERCHANT));

        assertEquals(hash, new Account(chain.rpc(), SHOPPER).broadcast(raw));
        chain.control().mine(1);
        assertEquals(FIVE, chain.control().balance(MERCHANT));
    }

    @Test
    void old_balances_can_be_asked_for() {
        pay(MERCHANT, FIVE);
        chain.control().mine(1);
        assertEquals(BigInteger.ZERO, chain.rpc().quantity("eth_getBalance", MERCHANT, "0x0"));
        assertEquals(FIVE, chain.rpc().quantity("eth_getBalance", MERCHANT, "0x1"));
        assertEquals(-32602, refusal("eth_getBalance", MERCHANT, "0x99"));
    }

    @Test
    void safe_and_finalized_follow_the_head() {
        chain.control().mine(6);
        assertEquals("0x6", block("latest", false).path("number").asString());
        assertEquals("0x4", block("safe", false).path("number").asString());
        assertEquals("0x2", block("finalized", false).path("number").asString());
        assertEquals("0x0", block("earliest", false).path("number").asString());
        assertTrue(block("0x99", false).isNull());
    }

    @Test
    void time_can_be_moved_ahead_and_set() {
        chain.control().mine(1);
        Instant before = chain.control().time();
        chain.control().increaseTime(Duration.ofHours(2));
        chain.control().mine(1);
        assertFalse(chain.control().time().isBefore(before.plus(Duration.ofMinutes(119))));

        Instant target = chain.control().time().plus(Duration.ofDays(1));
        chain.control().setTime(target);
        chain.control().mine(1);
        assertEquals(target, chain.control().time());
        chain.control().mine(1);
        assertFalse(chain.control().time().isBefore(target));
    }

    @Test
    void an_account_can_be_given_money() {
        chain.control().setBalance(OTHER, FIVE);
        assertEquals(FIVE, chain.control().balance(OTHER));
    }

    @Test
    void a_batch_is_answered_call_by_call() {
        String batch = "[" + JsonRpc.request(7, "eth_chainId") + "," + JsonRpc.request(8, "eth_nonsense") + "]";
        JsonNode answers = chain.rpc().post(batch);
        assertEquals(2, answers.size());
        assertEquals(7, answers.path(0).path("id").intValue());
        assertEquals("0x7a69", answers.path(0).path("result").asString());
        assertEquals(-32601, answers.path(1).path("error").path("code").intValue());
    }

    @Test
    void wrong_requests_get_the_right_error() {
        assertEquals(-32601, refusal("eth_nonsense"));
        assertEquals(-32602, refusal("eth_getBlockByNumber"));
        assertEquals(-32602, refusal("eth_sendRawTransaction", "0x1234"));
        assertEquals(
                -32600,
                chain.rpc().post("{\"id\":1}").path("error").path("code").intValue());
        assertEquals(-32600, chain.rpc().post("[]").path("error").path("code").intValue());
    }
}
