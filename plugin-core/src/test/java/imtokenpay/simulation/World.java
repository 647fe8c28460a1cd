package imtokenpay.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Finality;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.money.Price;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.simulation.SimulatedChain.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// One seed's world: a chain, a store, two nodes of the plugin on one database, and everything that can go wrong.
final class World {
    static final Asset COIN = Habits.EVM.coin();
    static final Asset LOOK_ALIKE =
            new Asset("eip155:31337/erc20:0x0000000000000000000000000000000000000bad", "COIN", 6);
    static final ChainId CHAIN = COIN.chain();
    static final Address RECEIVER = new Address("shop");
    static final int CONFIRMATIONS = 4;
    static final int STEPS = 120;
    private static final int TRIES_MAX = 50;
    // So many blocks move the median of their times past whatever was due before them.
    private static final int TIME_IS_PAST = 12;
    private static final int PAYMENTS_MAX = 5;
    // None is half of another, which is what a transaction may come to move after a reorg.
    private static final String[] PRICES = {"1.00", "1.00", "3.00"};

    private final Habits habits;
    final SplittableRandom random;
    final Faults faults;
    final SimulatedClock clock = new SimulatedClock();
    final SimulatedChain chain;
    final MemoryStore store;
    final SimulatedShop shop;
    final Set<BlockRef> hidden;
    final List<PaymentId> asked = new ArrayList<>();
    private final Assembly parts;
    private final Senders senders;
    private final SimulatedNode node;
    private final List<ChainReader> readers;
    private final SimulatedPlugin[] plugins = new SimulatedPlugin[2];
    private final boolean hasRefunds;
    private final Refunders refunders;
    private int starts;
    private int keys;
    int reorgs;

    World(long seed, Assembly parts) {
        this(Habits.EVM, seed, parts);
    }

    private World(Habits habits, long seed, Assembly parts) {
        this.habits = habits;
        this.parts = parts;
        random = new SplittableRandom(seed);
        faults = new Faults(random.split());
        chain = new SimulatedChain(habits, clock.instant());
        store = parts.store(faults);
        shop = parts.shop(faults);
        node = parts.node(chain, clock, faults);
        hidden = node.hidden();
        store.committed().assets().put(habits.coin().id(), accepted(habits, parts.finality(seed)));
        senders = new Senders(random, chain, store);
        hasRefunds = seed % 5 == 4;
        refunders = new Refunders(random, chain, store, clock);
        var providers = new Providers(parts, node, random, senders::wished);
        readers = List.of(providers.reader(clock), providers.reader(clock));
        if (seed % 3 == 2) {
            store.mode(new ReceivingMode.Pool(List.of(new Address("own 1"), new Address("own 2"))));
        }
        start(0);
        start(1);
        look(0);
        faults.switchOn(true);
        providers.lie();
    }

    /// Lives one seed to its end, and checks all promises after every step.
    ///
    /// @throws AssertionError if one was broken; its message begins with the seed
    static World live(long seed, Assembly parts) {
        return live(Habits.EVM, seed, parts);
    }

    /// The same on a chain of that family.
    static World live(Habits habits, long seed, Assembly parts) {
        var world = new World(habits, seed, parts);
        var promises = new Promises(world);
        var back = new RefundPromises(world);
        var books = new BookPromises(world);
        var step = 0;
        try {
            for (; step < STEPS; step++) {
                world.step();
                promises.hold();
                back.hold();
                books.hold();
            }
            world.quiet();
            promises.areKept();
            back.areKept();
            books.hold();
            return world;
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(habits + ", seed " + seed + ", step " + step + ": " + broken.getMessage(), broken);
        }
    }

    /// Something happens.
    void step() {
        var who = random.nextInt(2);
        switch (random.nextInt(hasRefunds ? 28 : 22)) {
            case 0, 1 -> shopperAsks(who);
            case 2, 3 -> senders.pay();
            case 4 -> senders.paySomething();
            case 5, 6, 7 -> mines(random.nextInt(1, 4));
            case 8 -> reorgs();
            case 9 -> clock.passes(Duration.ofSeconds(random.nextInt(1, 40)));
            case 10 -> hours();
            case 11 -> cancels(who);
            case 12, 13 -> delivers(who);
            case 14 -> restarts(who);
            case 15 -> pays(senders::fail);
            case 16 -> pays(senders::payInPlayMoney);
            case 22, 23 -> carefully(who, () -> refunders.record(plugins[who]));
            case 24 -> carefully(who, () -> refunders.address(plugins[who]));
            case 25 -> carefully(who, () -> refunders.cancel(plugins[who]));
            case 26, 27 -> refunders.pay();
            default -> look(who);
        }
        if (faults.isDead()) {
            restarts(who);
        }
    }

    // What only contracts can do.
    private void pays(Runnable strange) {
        if (habits.hasContracts()) {
            strange.run();
        }
    }

    /// The world calms down: nothing breaks any more, blocks come, and everything has time to end.
    void quiet() {
        faults.switchOn(false);
        start(0);
        start(1);
        for (var i = 0; i < 4; i++) {
            // Late money alone is looked for once an hour, and looked at again once a day.
            clock.passes(i < 3 ? Duration.ofMinutes(61) : Duration.ofHours(25));
            mines(habits.hasContracts() ? CONFIRMATIONS + 1 : TIME_IS_PAST);
            readsAtLast();
        }
        for (var i = 0; i < 12; i++) {
            clock.passes(Duration.ofHours(25));
            delivers(0);
        }
    }

    private void readsAtLast() {
        var tries = 0;
        while (!look(0)) {
            clock.passes(Duration.ofSeconds(20));
            tries++;
            assertTrue(tries < TRIES_MAX, "nothing breaks any more, but the chain is not read");
        }
    }

    /// The payments as they were committed last.
    List<Payment> payments() {
        return List.copyOf(store.committed().payments().values());
    }

    private void shopperAsks(int who) {
        if (asked.size() < PAYMENTS_MAX) {
            store.race(() -> asks(1 - who));
            asks(who);
            store.endRace();
        }
    }

    private void asks(int who) {
        keys++;
        var key = "key" + keys;
        var price = Price.of(PRICES[random.nextInt(PRICES.length)], "USD");
        var wording = new PaymentRequest.Wording("", "");
        var request =
                new PaymentRequest("order" + keys, price, habits.coin().id(), wording, PaymentRequest.References.NONE);
        carefully(who, () -> plugins[who].asks(request, key).ifPresent(asked::add));
    }

    private void mines(int blocks) {
        for (var i = 0; i < blocks; i++) {
            clock.passes(habits.blockTime(random));
            mine();
        }
    }

    private void mine() {
        chain.mine(habits.date(clock.instant(), random));
    }

    private void reorgs() {
        reorgs++;
        var fates = Fate.values();
        chain.reorg(random.nextInt(1, 9), habits.date(clock.instant(), random), fates[random.nextInt(fates.length)]);
    }

    private void hours() {
        if (random.nextInt(3) == 0) {
            var hours = random.nextInt(1, 9);
            if (habits.hasContracts()) {
                clock.passes(Duration.ofHours(hours));
            } else {
                // There, an hour without a block is rare.
                mines(6 * hours);
            }
        }
    }

    private void cancels(int who) {
        if (!asked.isEmpty() && random.nextInt(3) == 0) {
            var id = asked.get(random.nextInt(asked.size()));
            carefully(who, () -> plugins[who].cancels(id));
        }
    }

    private void delivers(int who) {
        carefully(who, plugins[who]::deliver);
    }

    private boolean look(int who) {
        var succeeded = new boolean[1];
        node.meanwhile(() -> pauses(1 - who));
        carefully(who, () -> succeeded[0] = plugins[who].look(readers.get(who)));
        return succeeded[0];
    }

    // One node stops in the middle of its work, often for longer than its lease lasts; the chain and the other node go
    // on.
    private void pauses(int other) {
        clock.passes(Duration.ofSeconds(random.nextInt(0, 40)));
        if (random.nextBoolean()) {
            mine();
        }
        if (random.nextInt(4) == 0) {
            reorgs();
        }
        carefully(other, () -> plugins[other].look(readers.get(other)));
    }

    private void restarts(int who) {
        faults.revive();
        start(who);
    }

    private void start(int who) {
        starts++;
        plugins[who] = new SimulatedPlugin(
                "node" + who + "." + starts,
                new SimulatedPlugin.Surroundings(store, clock, shop),
                new FewTails(random.split()),
                parts);
    }

    // What a timer does with what its call throws: nothing. A dead process is replaced by the next step.
    private void carefully(int who, Runnable action) {
        try {
            action.run();
        } catch (Faults.Crash | Faults.OutcomeUnknown broken) {
            if (faults.isDead()) {
                restarts(who);
            }
        }
    }

    static AcceptedAsset accepted(Habits habits) {
        return accepted(habits, new Finality.Depth(CONFIRMATIONS));
    }

    private static AcceptedAsset accepted(Habits habits, Finality finality) {
        return new AcceptedAsset(
                habits.coin(), "Simulation", RECEIVER, finality, new AcceptedAsset.Standing(true, true));
    }
}
