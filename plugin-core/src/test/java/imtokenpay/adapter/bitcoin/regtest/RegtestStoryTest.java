package imtokenpay.adapter.bitcoin.regtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.adapter.evm.hostile.WatchingShop;
import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.WaitingPayment;
import imtokenpay.flow.seen.Seen;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.payment.Payment;
import imtokenpay.payment.Refusal;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Orders that are paid in bitcoin: a real node, a real database, and the production steps between them.
class RegtestStoryTest {
    private static final Asset BTC = new Asset(BitcoinNet.REGTEST.chain() + "/slip44:0", "BTC", 8);
    private static final StoreDatabase DATABASE = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open());
    private static final int CONFIRMATIONS = 3;

    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.now());

    @TempDir
    static Path folder;

    private static RegtestNode node;

    private NodeReader reader;
    private WatchingShop shop;

    @BeforeAll
    static void starts() throws IOException, InterruptedException {
        node = RegtestNode.start(folder);
        node.call("createwallet", "shopper");
        node.mines(120);
    }

    @AfterAll
    static void stops() {
        if (node != null) {
            node.close();
        }
    }

    @BeforeEach
    void opens() {
        passes(Duration.ofDays(1));
        node.mines(11);
        reader = node.reader(NOW::get);
        shop = new WatchingShop(DATABASE, NOW::get);
        shop.accepts(new AcceptedAsset(
                BTC,
                "Regtest",
                new Address(node.text("getnewaddress")),
                new Finality.Depth(CONFIRMATIONS),
                new AcceptedAsset.Standing(false, true)));
        assertTrue(shop.looks(reader), "the decimals are compared");
        assertTrue(shop.looks(reader), "the chain is begun with");
    }

    @AfterEach
    void closes() {
        reader.close();
    }

    @Test
    void what_waits_is_seen_and_counts_only_in_a_block_whoever_takes_its_place() throws Refusal {
        var payment = shop.asks(BTC);
        assertEquals("AWAITING", looks(payment));
        assertEquals(Optional.of(nothing()), shop.seen(payment, reader));
        var first = pays(payment);
        var due = payment.terms().due();
        assertEquals("AWAITING", looks(payment));
        assertEquals(Optional.of(new Seen(due, true)), shop.seen(payment, reader));
        var second = node.call("bumpfee", first).path("txid").asString("");
        assertEquals("AWAITING", looks(payment));
        assertEquals(Optional.of(new Seen(due, true)), shop.seen(payment, reader), "not twice");
        assertEquals(
                List.of(second),
                reader.waiting(payment.receiver()).orElseThrow().stream()
                        .map(WaitingPayment::txHash)
                        .toList());
        node.mines(1);
        assertEquals("CONFIRMING", looks(payment));
        assertEquals(Optional.empty(), shop.seen(payment, reader));
        assertEquals(Optional.of(List.of()), reader.waiting(payment.receiver()));
    }

    @Test
    void who_takes_his_payment_back_before_a_block_holds_it_has_not_paid() throws Refusal {
        var payment = shop.asks(BTC);
        var first = pays(payment);
        looks(payment);
        assertEquals(
                payment.terms().due(), shop.seen(payment, reader).orElseThrow().amount());
        node.call("bumpfee", first, Map.of("outputs", List.of(Map.of(node.text("getnewaddress"), "1"))));
        assertEquals("AWAITING", looks(payment));
        assertEquals(Optional.of(nothing()), shop.seen(payment, reader));
        node.mines(1);
        assertEquals("AWAITING", looks(payment));
    }

    @Test
    void who_pays_in_time_is_in_time_although_his_block_comes_after_the_deadline() throws Refusal {
        var payment = shop.asks(BTC);
        pays(payment);
        assertEquals("AWAITING", looks(payment), "what waits for a block is no money");
        passes(Duration.ofDays(8));
        node.mines(1);
        assertTrue(NOW.get().isAfter(payment.terms().deadline()));
        assertEquals("CONFIRMING", looks(payment));
        node.mines(2);
        assertEquals("SETTLED", looks(payment));
    }

    @Test
    void a_block_that_is_dated_an_hour_before_the_order_pays_it_all_the_same() throws Refusal {
        NOW.updateAndGet(before -> before.plus(Duration.ofHours(1)));
        var payment = shop.asks(BTC);
        pays(payment);
        node.mines(1);
        assertEquals("CONFIRMING", looks(payment));
    }

    @Test
    void what_nobody_pays_expires_once_the_median_of_the_blocks_is_past_the_deadline() throws Refusal {
        var payment = shop.asks(BTC);
        passes(Duration.ofDays(8));
        node.mines(5);
        assertEquals("AWAITING", looks(payment));
        node.mines(1);
        assertEquals("EXPIRED", looks(payment));
    }

    private static void passes(Duration time) {
        NOW.updateAndGet(before -> before.plus(time));
        node.call("setmocktime", NOW.get().getEpochSecond());
        NOW.updateAndGet(before -> before.plusSeconds(60));
    }

    private static Seen nothing() {
        return new Seen(Amount.zero(BTC), false);
    }

    private String pays(Payment payment) {
        var amount = payment.terms().due().decimal();
        return node.text("sendtoaddress", payment.receiver().text(), amount, "", "", false, true);
    }

    private String looks(Payment payment) {
        assertTrue(shop.looks(reader));
        return shop.status(payment);
    }
}
