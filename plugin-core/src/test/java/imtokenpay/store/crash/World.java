package imtokenpay.store.crash;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Everything outside of the plugin, told by one seed: what shoppers order, when they pay how much, and how the
/// chain grows and changes its mind. It moves in ticks and waits for a node that is dead, so that however often
/// the node dies, it sees what a node sees that never does.
final class World {
    static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
    static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    static final Address SHOP = new Address("0x52908400098527886E0F7030069857D2E4169EE7");
    static final Duration WINDOW = Duration.ofSeconds(60);
    static final int ORDERS = 16;
    static final int TICKS = 2 * ORDERS + 28;
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final Address SHOPPER = new Address("0x8617E340B3D01FA5F11F306F4090FD50E238070D");
    private static final BigInteger WRONG_BY = BigInteger.valueOf(5_000);
    private static final int REORG_MAX = 5;

    /// What a shopper does.
    enum Kind {
        PAYS,
        PAYS_TWICE,
        PAYS_TWICE_AT_ONCE,
        PAYS_WRONG,
        PAYS_LATE,
        PAYS_NOTHING,
        CANCELS,
        CANCELS_AND_PAYS
    }

    /// An order, and the tick at which the shop asks for its payment.
    record Order(int number, Kind kind, Asset asset, int askedAt, int paysAt) {
        String ref() {
            return "order-" + number;
        }

        boolean isCancelledAt(int tick) {
            return tick == askedAt + 1 && (kind == Kind.CANCELS || kind == Kind.CANCELS_AND_PAYS);
        }
    }

    /// What the shop was told to have paid.
    record Asked(String paymentId, BigInteger due) {}

    /// A block and the money in it.
    record Mined(BlockRef block, List<Transfer> transfers, List<Sent> sent) {}

    /// A transaction; a doomed one does not come back once it has left the chain.
    record Sent(Order order, int part, int tick, boolean isDoomed) {}

    private final List<Order> orders = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final int[] reorgs = new int[TICKS + 1];
    private final long seed;

    World(long seed) {
        this.seed = seed;
        var random = new SplittableRandom(seed);
        for (var number = 0; number < ORDERS; number++) {
            orders.add(order(number, random));
        }
        for (var tick = 5; tick <= TICKS; tick++) {
            reorgs[tick] = random.nextInt(5) == 0 ? 1 + random.nextInt(REORG_MAX) : 0;
        }
    }

    private Order order(int number, SplittableRandom random) {
        var kinds = Kind.values();
        var kind = number < kinds.length ? kinds[number] : kinds[random.nextInt(kinds.length)];
        var asset = random.nextInt(3) == 0 && kind != Kind.PAYS_TWICE_AT_ONCE ? ETH : USDT;
        var askedAt = 3 + 2 * number;
        var paysAt = askedAt + (kind == Kind.PAYS_LATE ? 9 : kind == Kind.CANCELS_AND_PAYS ? 3 : 1 + random.nextInt(3));
        var order = new Order(number, kind, asset, askedAt, paysAt);
        var isDoomed = random.nextInt(3) == 0;
        switch (kind) {
            case PAYS, PAYS_WRONG, PAYS_LATE, CANCELS_AND_PAYS -> sent.add(new Sent(order, 0, paysAt, isDoomed));
            case PAYS_TWICE -> {
                sent.add(new Sent(order, 0, paysAt, false));
                sent.add(new Sent(order, 1, paysAt + 2, isDoomed));
            }
            case PAYS_TWICE_AT_ONCE -> sent.add(new Sent(order, 0, paysAt, isDoomed));
            case PAYS_NOTHING, CANCELS -> {}
        }
        return order;
    }

    List<Order> orders() {
        return orders;
    }

    static Instant time(int tick) {
        return START.plus(TICK.multipliedBy(tick));
    }

    /// The chain at a tick, oldest block first.
    List<Mined> chain(int tick, Map<Integer, Asked> asked) {
        var chain = new ArrayList<Mined>();
        chain.add(new Mined(new BlockRef(100, "0xbegin", "0xbefore", START), List.of(), List.of()));
        var waiting = new ArrayList<Sent>();
        for (var now = 1; now <= tick; now++) {
            var depth = Math.min(reorgs[now], chain.size() - 1);
            for (var i = 0; i < depth; i++) {
                chain.removeLast().sent().stream()
                        .filter(one -> !one.isDoomed())
                        .forEach(waiting::add);
            }
            var at = now;
            sent.stream().filter(one -> one.tick() == at).forEach(waiting::add);
            for (var i = 0; i <= depth; i++) {
                chain.add(mined(chain.getLast().block(), now, i == depth / 2 ? waiting : List.of(), asked));
            }
            waiting.clear();
        }
        return chain;
    }

    private Mined mined(BlockRef parent, int tick, List<Sent> sent, Map<Integer, Asked> asked) {
        var height = parent.height() + 1;
        var hash = "0x" + Long.toHexString(seed) + "-" + height + "-" + tick;
        var block = new BlockRef(height, hash, parent.hash(), time(tick));
        var transfers = new ArrayList<Transfer>();
        // A transaction that is mined anew has other log indices then.
        var logIndex = tick % 3;
        for (var one : sent) {
            var due = asked.get(one.order().number()).due();
            for (var i = 0; i < (one.order().kind() == Kind.PAYS_TWICE_AT_ONCE ? 2 : 1); i++) {
                transfers.add(transfer(one, due, block, logIndex++));
            }
        }
        return new Mined(block, List.copyOf(transfers), List.copyOf(sent));
    }

    private static Transfer transfer(Sent sent, BigInteger due, BlockRef block, int logIndex) {
        var order = sent.order();
        var units = order.kind() == Kind.PAYS_WRONG ? due.add(WRONG_BY) : due;
        var index = order.asset().isNative() ? TransferId.NATIVE : logIndex;
        var id = new TransferId(order.asset().chain(), "0x" + order.number() + "-" + sent.part(), index);
        var sighting = new Transfer.Sighting(block.time(), block.time(), new Inclusion.Included(block));
        return new Transfer(id, new Amount(units, order.asset()), SHOPPER, SHOP, sighting);
    }
}
