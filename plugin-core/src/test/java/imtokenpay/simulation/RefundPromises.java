package imtokenpay.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Inclusion;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Terms;
import imtokenpay.refund.Destination;
import imtokenpay.refund.Payouts.Payout;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundState;
import imtokenpay.refund.Refunds;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What we promise of refunds, checked against the truth without any of the production rules.
final class RefundPromises {
    private final World world;
    private final Set<String> known = new HashSet<>();
    private Truth truth;

    RefundPromises(World world) {
        this.world = world;
        this.truth = new Truth(world.chain);
    }

    /// After every step.
    void hold() {
        var refunds = refunds();
        if (refunds.isEmpty()) {
            return;
        }
        refunds.stream().filter(refund -> known.add(refund.id().text())).forEach(this::thereIsMoneyForIt);
        if (isAllRead()) {
            truth = truth.of(world.chain);
            refunds.forEach(this::whatIsCompletedIsInTheChain);
        }
    }

    /// After the world has calmed down: all that went to shoppers is known, each transfer as one refund's.
    void areKept() {
        hold();
        if (refunds().isEmpty()) {
            return;
        }
        truth = truth.of(world.chain);
        for (var refund : refunds()) {
            refund.destinations().forEach(to -> allThatWasSentIsSeenOnce(refund, to));
            assertTrue(refund.state() != RefundState.SEEN, () -> "nothing waits for ever for confirmations: " + refund);
        }
    }

    // What came before it was asked for to that address need not be its money: a reorg may bring a transaction back
    // that moves less, or that was another refund's, in a later block. It may be taken for it within the time by which
    // clocks differ, since a real chain's clock is not ours.
    private void allThatWasSentIsSeenOnce(Refund refund, Destination to) {
        var differ = Terms.clocksDifferMax(refund.amount().asset().chain());
        var since = refund.origin().recordedAt().minus(differ);
        // A block that is dated ahead may have been read before.
        var surely = world.chain.habits().hasContracts()
                ? to.givenAt()
                : to.givenAt().plus(differ);
        var sent = truth.at(to.address()).stream()
                .filter(arrival -> arrival.amount().equals(refund.amount()))
                .map(arrival -> arrival.block().time())
                .toList();
        var payouts = world.store.committed().payouts().values().stream()
                .map(Payout::transfer)
                .filter(transfer -> transfer.receiver().equals(to.address())
                        && transfer.amount().equals(refund.amount()))
                .toList();
        var seen = payouts.stream()
                .filter(transfer -> transfer.isIncluded() && !transfer.madeAt().isBefore(since))
                .count();
        var older = payouts.stream()
                .filter(transfer -> transfer.madeAt().isBefore(since)
                        && transfer.sighting().inclusion() instanceof Inclusion.Included block
                        && block.time().isAfter(surely))
                .count();
        var least = sent.stream().filter(time -> time.isAfter(surely)).count() - older;
        var most = sent.stream().filter(time -> !time.isBefore(since)).count();
        assertTrue(
                least <= seen && seen <= most,
                () -> "all that was sent is seen, once: " + seen + " of " + least + " to " + most + ", " + refund);
    }

    // Never more refunded than received: when a refund appears, final money covers it and all before it.
    private void thereIsMoneyForIt(Refund added) {
        var head = world.store
                .committed()
                .views()
                .get(world.chain.habits().chain())
                .head();
        var came = world.store.committed().transfers().values().stream()
                .filter(entry ->
                        entry.paymentId().filter(added.paymentId()::equals).isPresent())
                .filter(entry -> entry.transfer().sighting().inclusion() instanceof Inclusion.Included block
                        && block.height() <= head - World.CONFIRMATIONS + 1)
                .map(entry -> entry.transfer().amount().units())
                .reduce(BigInteger.ZERO, BigInteger::add);
        assertTrue(reserved(added.paymentId()).compareTo(came) <= 0, () -> "more goes back than came: " + added);
    }

    private void whatIsCompletedIsInTheChain(Refund refund) {
        var isThere = refund.destinations().stream()
                .flatMap(to -> truth.at(to.address()).stream())
                .anyMatch(arrival -> arrival.amount().equals(refund.amount()));
        switch (refund.state()) {
            case SEEN, COMPLETED -> assertTrue(isThere, () -> "its money is in the chain: " + refund);
            case AWAITING_ADDRESS, OPEN, CANCELLED -> {}
        }
    }

    private BigInteger reserved(PaymentId id) {
        return refunds().stream()
                .filter(refund -> refund.paymentId().equals(id) && refund.state() != RefundState.CANCELLED)
                .map(refund -> refund.amount().units())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private boolean isAllRead() {
        return world.store
                .committed()
                .tails()
                .get(world.chain.habits().chain())
                .last()
                .equals(world.chain.head().ref());
    }

    private List<Refund> refunds() {
        return world.store.committed().refunds().values().stream()
                .map(Refunds.Made::refund)
                .toList();
    }
}
