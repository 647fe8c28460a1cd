package imtokenpay.simulation;

import imtokenpay.chain.Address;
import imtokenpay.flow.refund.RecordRefund.Cause;
import imtokenpay.flow.refund.RecordRefund.Share;
import imtokenpay.flow.refund.RecordRefund.Wanted;
import imtokenpay.money.Amount;
import imtokenpay.payment.Refusal;
import imtokenpay.refund.Destination;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundState;
import imtokenpay.refund.Refunds;
import imtokenpay.refund.Refunds.Call;
import imtokenpay.simulation.SimulatedChain.Movement;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// A merchant who gives money back, and shoppers who say where to. He looks at the list before he pays, and pays twice
/// at times all the same.
final class Refunders {
    static final Set<Address> PAYEES = Set.of(new Address("payee 1"), new Address("payee 2"));
    private static final List<Address> ADDRESSES = PAYEES.stream()
            .sorted(java.util.Comparator.comparing(Address::text))
            .toList();
    // Few amounts, so that refunds meet.
    private static final int PARTS = 4;
    private static final long PART = 250_000;

    private final SplittableRandom random;
    private final SimulatedChain chain;
    private final MemoryStore store;
    private final InstantSource clock;
    private int keys;

    Refunders(SplittableRandom random, SimulatedChain chain, MemoryStore store, InstantSource clock) {
        this.random = random;
        this.chain = chain;
        this.store = store;
        this.clock = clock;
    }

    void record(SimulatedPlugin plugin) {
        var payments = List.copyOf(store.committed().payments().values());
        if (payments.isEmpty()) {
            return;
        }
        keys++;
        var id = payments.get(random.nextInt(payments.size())).id();
        var wanted = new Wanted(share(), new Cause("anna", "why not"), address());
        var call = new Call("key" + keys, "hash");
        politely(plugin, steps -> steps.record().record(id, wanted, call).refund());
    }

    void address(SimulatedPlugin plugin) {
        some(refund -> refund.state().isLive())
                .ifPresent(refund -> politely(plugin, steps -> {
                    var to = new Destination(
                            ADDRESSES.get(random.nextInt(2)), Destination.Source.SHOPPER, "shopper", clock.instant());
                    return steps.address().to(refund.id(), to);
                }));
    }

    void cancel(SimulatedPlugin plugin) {
        some(refund -> refund.state().isLive())
                .ifPresent(refund -> politely(plugin, steps -> steps.cancel().cancel(refund.id(), "anna")));
    }

    void pay() {
        var isMistaken = random.nextInt(6) == 0;
        some(refund -> refund.state() == RefundState.OPEN
                        || isMistaken && refund.destination().isPresent())
                .ifPresent(refund -> chain.send(
                        new Movement(refund.destination().orElseThrow().address(), refund.amount())));
    }

    private Share share() {
        var units = BigInteger.valueOf(PART * random.nextInt(1, PARTS + 1));
        return random.nextInt(4) == 0
                ? new Share.Surplus()
                : new Share.Part(new Amount(units, chain.habits().coin()));
    }

    private Optional<Address> address() {
        return random.nextBoolean() ? Optional.empty() : Optional.of(ADDRESSES.get(random.nextInt(2)));
    }

    private Optional<Refund> some(Predicate<Refund> which) {
        var refunds = store.committed().refunds().values().stream()
                .map(Refunds.Made::refund)
                .filter(which)
                .toList();
        return refunds.isEmpty() ? Optional.empty() : Optional.of(refunds.get(random.nextInt(refunds.size())));
    }

    private static void politely(SimulatedPlugin plugin, SimulatedPlugin.RefundStep<Refund> step) {
        try {
            plugin.refunds(step);
        } catch (Refusal refusal) {
            // A polite no changes nothing, and that is what is looked at afterwards.
        }
    }
}
