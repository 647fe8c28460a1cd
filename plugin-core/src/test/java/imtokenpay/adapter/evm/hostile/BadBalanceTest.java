package imtokenpay.adapter.evm.hostile;

import static imtokenpay.adapter.evm.hostile.HostileChain.SHOP;
import static imtokenpay.adapter.evm.hostile.HostileChain.SHOPPER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainUnavailable;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A node that tells a wrong balance once. What rises from a wrong balance to a right one is nobody's payment.
class BadBalanceTest {
    private static final BigInteger PAID = BigInteger.valueOf(5_000);
    private static final String BALANCE = "\"result\":\"0xd3c2[0-9a-f]{10,}\"";
    private static final String NOTHING = "\"result\":\"0x0\"";

    private final Desk desk = new Desk();

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void a_balance_that_was_too_low_once_is_no_money_at_the_next_block() {
        desk.node.distorts(answer -> answer.replaceAll(BALANCE, NOTHING));
        assertEquals(List.of(), read(109));
        desk.node.recovers();
        desk.chain.appears(111, SHOP, PAID);
        desk.chain.isAt(111);
        assertThrows(ChainUnavailable.class, () -> read(110));
        assertEquals(List.of(PAID), read(110), "the wrong one is forgotten");
    }

    @Test
    void a_balance_that_is_too_low_in_the_middle_makes_no_payment_larger() {
        desk.chain.appears(108, SHOP, PAID);
        var asked = new AtomicInteger();
        desk.node.distorts(answer -> answer.matches(".*" + BALANCE + ".*") && asked.incrementAndGet() == 2
                ? answer.replaceAll(BALANCE, NOTHING)
                : answer);
        assertThrows(ChainUnavailable.class, () -> read(106));
        assertEquals(List.of(PAID), read(106));
    }

    @Test
    void a_fee_beyond_all_numbers_makes_the_reading_void() {
        var most = "\"0x" + "f".repeat(64) + "\"";
        desk.chain.pays(109, SHOP, SHOPPER, BigInteger.ONE, 1);
        desk.node.distorts(answer -> answer.replace("\"0x5208\"", most).replace("\"0x3b9aca00\"", most));
        assertThrows(ChainUnavailable.class, () -> read(108));
        desk.node.recovers();
        assertEquals(List.of(), read(108));
    }

    private List<BigInteger> read(long known) {
        return desk.reader.read(desk.chain.tail(100, known), Desk.WATCH).transfers().stream()
                .map(Transfer::amount)
                .map(amount -> amount.units())
                .toList();
    }
}
