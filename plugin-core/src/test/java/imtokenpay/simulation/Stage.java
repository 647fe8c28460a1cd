package imtokenpay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Address;
import imtokenpay.chain.watch.Heads;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.Price;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Refusal;
import imtokenpay.simulation.SimulatedChain.Fate;
import imtokenpay.simulation.SimulatedChain.Movement;
import imtokenpay.webhook.WebhookTransport;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// A world for one scripted story: nothing breaks unless the story says so.
final class Stage {
    private static final Duration BLOCK_TIME = Duration.ofSeconds(12);

    final SimulatedClock clock = new SimulatedClock();
    final SimulatedChain chain;
    final ScriptedFaults faults = new ScriptedFaults();
    final MemoryStore store = new MemoryStore(faults);
    final SimulatedShop shop = new SimulatedShop(faults);
    final SimulatedNode node;
    private SimulatedPlugin plugin = start("node");
    private Duration chainOff = Duration.ZERO;
    private int orders;

    Stage() {
        this(Habits.EVM);
    }

    Stage(Habits habits) {
        chain = new SimulatedChain(habits, clock.instant());
        node = new SimulatedNode(chain, clock, faults);
        store.committed().assets().put(coin().id(), World.accepted(habits));
        looks();
    }

    /// What is accepted on its chain.
    Asset coin() {
        return chain.habits().coin();
    }

    SimulatedPlugin start(String name) {
        return new SimulatedPlugin(name, store, clock, shop, new SplittableRandom(1));
    }

    /// Shops are told through another transport from now on.
    void toldThrough(WebhookTransport transport) {
        plugin = new SimulatedPlugin("node", store, clock, transport, new SplittableRandom(1));
    }

    /// The process dies and another takes its place.
    Stage restarts() {
        faults.revive();
        orders++;
        plugin = start("node" + orders);
        clock.passes(Duration.ofSeconds(20));
        return this;
    }

    PaymentId asks(String price) {
        return asks(price, "USD");
    }

    PaymentId asks(String price, String currency) {
        orders++;
        var wording = new PaymentRequest.Wording("", "");
        var request = new PaymentRequest(
                "order" + orders, Price.of(price, currency), coin().id(), wording, PaymentRequest.References.NONE);
        return plugin.asks(request, "key" + orders).orElseThrow();
    }

    /// A payment whose amount happens to be this.
    PaymentId asksFor(long units) {
        for (var tries = 0; tries < 100_000; tries++) {
            var id = asks("1.00");
            if (payment(id).terms().due().units().longValueExact() == units) {
                return id;
            }
        }
        throw new IllegalStateException("no payment of 1.00 got the amount " + units);
    }

    /// The merchant has another address from now on.
    void receiverChanges() {
        var old = World.accepted(chain.habits());
        var changed =
                new AcceptedAsset(old.asset(), old.network(), new Address("elsewhere"), old.finality(), old.standing());
        store.committed().assets().put(coin().id(), changed);
    }

    /// Block times differ from our clock by so much.
    void chainClockIs(Duration off) {
        chainOff = off;
    }

    Stage pays(PaymentId id) {
        chain.send(new Movement(payment(id).receiver(), payment(id).terms().due()));
        return this;
    }

    Stage mines(int blocks) {
        for (var i = 0; i < blocks; i++) {
            clock.passes(BLOCK_TIME);
            chain.mine(clock.instant().plus(chainOff));
        }
        return this;
    }

    Stage cancels(PaymentId id) {
        plugin.cancels(id);
        return this;
    }

    Stage reorgs(int depth, Fate fate) {
        chain.reorg(depth, clock.instant(), fate);
        return this;
    }

    Stage waits(Duration time) {
        clock.passes(time);
        return this;
    }

    /// Time passes block by block, without anybody looking.
    Stage chainGoesOn(Duration time) {
        return mines((int) (time.toSeconds() / BLOCK_TIME.toSeconds()));
    }

    boolean looks() {
        return plugin.look(node);
    }

    /// A look while those tell of new blocks.
    boolean looks(Heads heads) {
        return plugin.look(node, heads);
    }

    Stage reads() {
        assertEquals(true, looks(), "the look succeeds");
        return this;
    }

    /// Delivers what is due, or dies at it.
    Stage delivers() {
        try {
            plugin.deliver();
        } catch (Faults.Crash dead) {
            faults.mends(Faults.Kind.CRASH_AFTER_SEND);
        }
        return this;
    }

    /// Does something with refunds, or is refused.
    <T> T refunds(SimulatedPlugin.RefundStep<T> step) throws Refusal {
        return plugin.refunds(step);
    }

    /// Somebody sends so much to that address.
    Stage sends(String receiver, long units) {
        chain.send(new Movement(new Address(receiver), new Amount(BigInteger.valueOf(units), coin())));
        return this;
    }

    Stage is(PaymentId id, PaymentStatus status) {
        assertEquals(status, payment(id).status());
        return this;
    }

    /// The events about a payment, in order, without the prefix.
    List<String> events(PaymentId id) {
        return store.committed().events().values().stream()
                .filter(row -> row.event().paymentId().equals(id))
                .map(row -> row.event().type().substring("payment.".length()))
                .toList();
    }

    Payment payment(PaymentId id) {
        return store.committed().payments().get(id.text());
    }
}
