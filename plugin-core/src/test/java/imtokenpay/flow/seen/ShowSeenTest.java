package imtokenpay.flow.seen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Address;
import imtokenpay.chain.watch.Pace;
import imtokenpay.chain.watch.UnreadChain;
import imtokenpay.chain.watch.WaitingPayment;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.money.Amount;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.Shelf;
import imtokenpay.store.StoreDatabase;
import imtokenpay.store.contract.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Money on its way is shown to whose it will be, and to nobody else.
class ShowSeenTest {
    private static final Address OWN = new Address("0x8617E340B3D01FA5F11F306F4090FD50E238070D");

    private static final StoreDatabase DATABASE = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open());

    private final Shelf shelf = DATABASE.emptied().shelf();
    private final List<WaitingPayment> sent = new ArrayList<>();
    private final Payment payment = Samples.payment("one", Samples.NOW);
    private boolean isKnown = true;

    @BeforeEach
    void waits_for_just_that_amount() {
        lease(new ReceivingSlot(Samples.SHOP, payment.terms().due()), payment);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void where_nothing_is_known_nothing_is_said_and_where_nothing_waits_that_is() {
        assertEquals(Optional.of(new Seen(Samples.usdt(0), false)), seen(payment));
        isKnown = false;
        assertEquals(Optional.empty(), seen(payment));
    }

    @Test
    void at_a_shared_address_only_the_very_amount_is_his() {
        waits(Samples.SHOP, 12_500_001, false);
        assertEquals(Optional.of(new Seen(Samples.usdt(0), false)), seen(payment));
        waits(Samples.SHOP, 12_500_000, false);
        assertEquals(Optional.of(new Seen(Samples.usdt(12_500_000), false)), seen(payment));
    }

    @Test
    void what_comes_to_an_address_of_its_own_adds_up_and_one_that_may_be_replaced_is_told() {
        var other = at(OWN, Samples.payment("two", Samples.NOW));
        lease(ReceivingSlot.any(OWN, Samples.USDT), other);
        waits(OWN, 1, false);
        waits(OWN, 2, false);
        assertEquals(Optional.of(new Seen(Samples.usdt(3), false)), seen(other));
        waits(OWN, 4, true);
        assertEquals(Optional.of(new Seen(Samples.usdt(7), true)), seen(other));
        assertEquals(Optional.of(new Seen(Samples.usdt(0), false)), seen(payment));
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"AWAITING", "UNDERPAID"})
    void who_waits_for_no_money_is_told_of_none(PaymentStatus status) {
        waits(Samples.SHOP, 12_500_000, false);
        assertEquals(Optional.empty(), seen(payment.movedTo(status)));
    }

    @Test
    void who_has_a_part_is_told_of_the_rest() {
        waits(Samples.SHOP, 12_500_000, false);
        assertEquals(
                Samples.usdt(12_500_000),
                seen(payment.movedTo(PaymentStatus.UNDERPAID)).orElseThrow().amount());
    }

    private void waits(Address receiver, long units, boolean isReplaceable) {
        Amount amount = Samples.usdt(units);
        sent.add(new WaitingPayment("tx" + sent.size(), receiver, amount, isReplaceable));
    }

    private void lease(ReceivingSlot slot, Payment holder) {
        var until = Samples.NOW.plus(Duration.ofHours(1));
        shelf.transactions().run(() -> shelf.slots().lease(slot, holder.id().text(), until));
    }

    private Optional<Seen> seen(Payment one) {
        var all = shelf.transactions()
                .<Map<?, Seen>, RuntimeException>in(() -> new ShowSeen(chains(), shelf.slots()).of(List.of(one)));
        return Optional.ofNullable(all.get(one.id()));
    }

    private static Payment at(Address receiver, Payment one) {
        return new Payment(one.id(), one.origin(), receiver, one.terms(), one.standing());
    }

    private WatchedChains chains() {
        var chain = new UnreadChain() {
            @Override
            public ChainId chain() {
                return Samples.CHAIN;
            }

            @Override
            public Optional<List<WaitingPayment>> waiting(Address receiver) {
                var here = sent.stream()
                        .filter(one -> one.receiver().equals(receiver))
                        .toList();
                return isKnown ? Optional.of(here) : Optional.empty();
            }
        };
        return new WatchedChains() {
            @Override
            public List<WatchedChain> all() {
                return List.of(new WatchedChain(chain, new Pace.Fixed(Duration.ZERO)));
            }

            @Override
            public String node() {
                return "node";
            }
        };
    }
}
