package imtokenpay.adapter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.payment.Payment;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/// A shop at the other end of the wire.
abstract class StoryScene extends FamilyScene {
    private static final StoreDatabase DATABASE = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open());

    StoryShop shop;

    StoryScene(Callable<FamilyChain> family) {
        super(family);
    }

    @Override
    void begins() {
        shop = new StoryShop(chain, DATABASE, clock -> chain.reader(wire.address(), clock));
    }

    @Override
    void ends() {
        shop.stops();
    }

    void restarts() {
        shop.restarts(clock -> chain.reader(wire.address(), clock));
    }

    /// Where it stands, and what the store was told of it, each move once.
    void is(Payment payment, String status, String... told) {
        assertEquals(status, shop.status(payment));
        assertEquals(List.of(told), shop.told(payment));
    }

    static BigInteger due(Payment payment) {
        return payment.terms().due().units();
    }

    Pay pay(Payment payment, BigInteger units) {
        return ground.pay(payment.receiver(), units);
    }

    Pay whole(Payment payment) {
        return pay(payment, due(payment));
    }

    Pay part(Payment payment) {
        return pay(payment, due(payment).shiftRight(1));
    }

    Pay rest(Payment payment) {
        return pay(payment, due(payment).subtract(due(payment).shiftRight(1)));
    }

    /// The longest time that a shopper has is over, and the chain says so.
    void timeRunsOut() {
        shop.passes(Duration.ofDays(8));
        ground.grows(chain.blocksUntilLate());
        shop.looks();
    }
}
