package imtokenpay.adapter.tron;

import static imtokenpay.adapter.tron.TronChain.MAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.hostile.WatchingShop;
import imtokenpay.chain.Finality;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.Asset;
import imtokenpay.payment.Payment;
import imtokenpay.payment.Refusal;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Orders that are paid on TRON, from the price to the settled payment, on a real database.
class TronStoryTest extends TronScene {
    private static final String USDT_WIRE = "0xa614f803b6fd780986a42c78ec9c7f77e6ded13c";
    private static final Asset USDT = new Asset(MAIN + "/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "USDT", 6);
    private static final Asset TRX = new Asset(MAIN + "/slip44:195", "TRX", 6);
    private static final StoreDatabase DATABASE = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open());

    private final AtomicReference<Instant> now = new AtomicReference<>(TronChain.time(110));
    private final WatchingShop shop = new WatchingShop(DATABASE, now::get);

    @BeforeEach
    void opens() {
        for (var asset : new Asset[] {USDT, TRX}) {
            shop.accepts(new AcceptedAsset(
                    asset,
                    "TRON",
                    TronAddress.ofWire(TronChain.SHOP),
                    new Finality.Depth(new TronFamily().confirmations()),
                    new AcceptedAsset.Standing(false, false)));
        }
        assertTrue(shop.looks(reader));
    }

    @AfterAll
    static void closesForGood() {
        DATABASE.close();
    }

    @Test
    void usdt_settles_an_order_once_its_block_is_solid() throws Refusal {
        var payment = shop.asks(USDT);
        assertEquals(TronAddress.ofWire(TronChain.SHOP), payment.receiver());
        grows(3);
        chain.pays(112, new TronChain.Paid(USDT_WIRE, TronChain.SHOPPER, TronChain.SHOP, units(payment)));
        assertEquals("CONFIRMING", seen(payment));
        grows(40);
        chain.solid = 111;
        assertEquals("CONFIRMING", seen(payment));
        chain.solid = 112;
        assertEquals("SETTLED", seen(payment));
    }

    @Test
    void trx_settles_an_order_and_a_worthless_token_of_the_same_amount_does_not() throws Refusal {
        var payment = shop.asks(TRX);
        grows(40);
        var units = units(payment);
        chain.coins.add(112, move("TransferAssetContract", units));
        assertEquals("AWAITING", seen(payment));
        chain.coins.add(152, move("TransferContract", units));
        grows(20);
        assertEquals("CONFIRMING", seen(payment));
        grows(1);
        assertEquals("SETTLED", seen(payment));
    }

    @Test
    void an_order_waits_while_the_node_does_not_find_its_logs() throws Refusal {
        var payment = shop.asks(USDT);
        grows(3);
        chain.indexedFrom = 1_000;
        for (var height = 40; height <= chain.head; height++) {
            chain.pays(height, new TronChain.Paid(USDT_WIRE, TronChain.SHOPPER, TronChain.SHOPPER, 1));
        }
        chain.pays(112, new TronChain.Paid(USDT_WIRE, TronChain.SHOPPER, TronChain.SHOP, units(payment)));
        var before = shop.kept();
        assertFalse(shop.looks(reader));
        assertEquals(before, shop.kept());
        chain.indexedFrom = 0;
        assertEquals("CONFIRMING", seen(payment));
    }

    private static CoinBlocks.Move move(String kind, long units) {
        return new CoinBlocks.Move(kind, "SUCCESS", TronChain.SHOPPER, TronChain.SHOP, units);
    }

    private static long units(Payment payment) {
        return payment.terms().due().units().longValueExact();
    }

    private void grows(long blocks) {
        chain.grows(blocks);
        now.set(TronChain.time(chain.head));
    }

    private String seen(Payment payment) {
        assertTrue(shop.looks(reader));
        return shop.status(payment);
    }
}
