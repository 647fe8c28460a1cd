package imtokenpay.simulation;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Shows the simulated chain as the port promises: whole and consistent, or not at all.
class SimulatedNode implements ChainReader {
    private static final int BLOCKS_MAX = 7;
    private static final int DEEPEST_REORG = 8;
    /// How far below the newest block the newest one lies that no reorg takes back.
    static final int FINAL_BELOW = DEEPEST_REORG + 1;
    // Machines behind one address lag by seconds.
    private static final Duration LAG_MAX = Duration.ofSeconds(40);

    private final SimulatedChain chain;
    private final Habits habits;
    private final ChainId id;
    private final InstantSource clock;
    private final Faults faults;
    private Runnable meanwhile = () -> {};
    private final Set<BlockRef> hidden = new HashSet<>();
    private final Map<String, Instant> sights = new HashMap<>();
    private boolean hidesTransfers;
    private boolean lags;
    private int calls;

    SimulatedNode(SimulatedChain chain, InstantSource clock, Faults faults) {
        this.chain = chain;
        this.habits = chain.habits();
        this.id = habits.chain();
        this.clock = clock;
        this.faults = faults;
    }

    /// What another node of the cluster does between this one's answer and the commit of what it said.
    void meanwhile(Runnable other) {
        meanwhile = other;
    }

    @Override
    public ChainId chain() {
        return id;
    }

    @Override
    public int decimals(Asset asset) {
        breakDown();
        return asset.decimals();
    }

    @Override
    public Reading read(ChainTail known, Watch watch, long heightMax) {
        breakDown();
        var calledAt = clock.instant();
        var fork = fork(known);
        var far = Math.max(known.last().height(), fork.height() + BLOCKS_MAX);
        var to = Math.min(Math.min(chain.head().ref().height(), heightMax), far);
        var refs = new ArrayList<BlockRef>();
        var transfers = new ArrayList<Transfer>();
        for (var height = fork.height() + 1; height <= to; height++) {
            var block = chain.blocks().get((int) height);
            refs.add(block.ref());
            if (lags && isYoung(block) && faults.strikes(Faults.Kind.TRANSFERS_LAG)) {
                hidden.add(block.ref());
            } else {
                hidden.remove(block.ref());
                transfers.addAll(transfers(block, watch, calledAt));
            }
        }
        var newest = refs.isEmpty() ? fork : refs.getLast();
        var isComplete = newest.equals(chain.head().ref());
        if (isComplete && !habits.hasContracts()) {
            chain.waiting().forEach(transaction -> sights.putIfAbsent(transaction.hash(), calledAt));
        }
        var reading = new Reading(fork, refs, transfers, view(newest, calledAt, watch), isComplete);
        if (faults.strikes(Faults.Kind.OTHER_NODE_READS)) {
            var other = meanwhile;
            // It does not happen within itself.
            meanwhile = () -> {};
            other.run();
        }
        return reading;
    }

    @Override
    public List<Transfer> transfersIn(long from, long to, Watch watch) {
        breakDown();
        return chain.blocks().subList((int) from, (int) to + 1).stream()
                .flatMap(block -> transfers(block, watch, clock.instant()).stream())
                .toList();
    }

    @Override
    public BlockRef beginning(Instant moment) {
        breakDown();
        return chain.blocks().stream()
                .map(SimulatedChain.Block::ref)
                .limit(Math.max(1, chain.blocks().size() - (habits.hasContracts() ? DEEPEST_REORG : BEGINNING_DEPTH)))
                .filter(ref -> ref.height() == 0 || isBefore(ref, moment))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /// How often it was asked anything.
    int calls() {
        return calls;
    }

    /// As one of several machines behind an address does that knows a block, but not yet what is in it.
    void hidesTransfers(boolean hides) {
        hidesTransfers = hides;
    }

    /// From now on it is several machines behind one address. Whole blocks prove what is in them: there, it does not
    /// show.
    void lagsAtTimes() {
        lags = habits.hasContracts();
    }

    /// The blocks that it showed without their transfers once.
    Set<BlockRef> hidden() {
        return hidden;
    }

    /// Whether a transaction moves anything.
    boolean moves(SimulatedChain.Transaction transaction) {
        return !transaction.failed();
    }

    /// What a movement moves.
    Amount amount(SimulatedChain.Movement movement) {
        return movement.amount();
    }

    // Where a block may be dated back, those before it tell how far.
    private boolean isBefore(BlockRef block, Instant moment) {
        var until = habits.wholeUpTo(Habits.dates(chain.blocks(), block));
        return (habits.hasContracts() ? until : until.plus(Terms.clocksDifferMax(id))).isBefore(moment);
    }

    private boolean isYoung(SimulatedChain.Block block) {
        return block.ref().time().isAfter(clock.instant().minus(LAG_MAX));
    }

    private void breakDown() {
        calls++;
        if (faults.strikes(Faults.Kind.NODE_UNAVAILABLE)) {
            throw new ChainUnavailable("the simulated node is down");
        }
    }

    private BlockRef fork(ChainTail known) {
        for (var block : known.blocks().reversed()) {
            if (block.height() < chain.blocks().size()
                    && chain.blocks().get((int) block.height()).ref().equals(block)) {
                return block;
            }
        }
        throw new ChainUnavailable("the simulated reorg is deeper than what is held");
    }

    private List<Transfer> transfers(SimulatedChain.Block block, Watch watch, Instant now) {
        var transfers = new ArrayList<Transfer>();
        if (hidesTransfers) {
            return transfers;
        }
        var logIndex = 0;
        for (var transaction : block.transactions()) {
            if (!moves(transaction)) {
                continue;
            }
            var inTransaction = 0;
            for (var movement : transaction.movements()) {
                var index = habits.hasContracts() ? logIndex++ : inTransaction++;
                if (watch.receivers().contains(movement.receiver())
                        && watch.assets().contains(amount(movement).asset())) {
                    transfers.add(new Transfer(
                            new TransferId(id, transaction.hash(), index),
                            amount(movement),
                            new Address("shopper"),
                            movement.receiver(),
                            new Transfer.Sighting(
                                    sights.getOrDefault(transaction.hash(), now),
                                    block.ref().time(),
                                    new Inclusion.Included(block.ref()))));
                }
            }
        }
        return transfers;
    }

    private ChainView view(BlockRef newest, Instant calledAt, Watch watch) {
        var whole = habits.wholeUpTo(Habits.dates(chain.blocks(), newest));
        var asOf = calledAt.isBefore(whole) ? calledAt : whole;
        var last = chain.head().ref().height() - FINAL_BELOW;
        return new ChainView(
                id,
                newest.height(),
                asOf,
                watch.asksFinal() && last >= 0 ? Math.min(last, newest.height()) : ChainView.NONE);
    }
}
