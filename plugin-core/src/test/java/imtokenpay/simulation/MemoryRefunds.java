package imtokenpay.simulation;

import imtokenpay.chain.Address;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.Amount;
import imtokenpay.money.ChainId;
import imtokenpay.payment.PaymentId;
import imtokenpay.refund.Destination;
import imtokenpay.refund.Payouts;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.RefundState;
import imtokenpay.refund.Refunds;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Refunds in memory.
final class MemoryRefunds implements Refunds {
    private final MemoryStore store;

    MemoryRefunds(MemoryStore store) {
        this.store = store;
    }

    Payouts payouts() {
        return new MemoryPayouts(store);
    }

    @Override
    public void add(Refund refund, Call call) {
        store.tables().refunds().put(refund.id().text(), new Made(refund, call.requestHash()));
        store.tables()
                .refundKeys()
                .put(refund.paymentId() + "/" + call.key(), refund.id().text());
    }

    @Override
    public Optional<Made> madeBy(PaymentId id, String key) {
        return Optional.ofNullable(store.tables().refundKeys().get(id + "/" + key))
                .map(store.tables().refunds()::get);
    }

    @Override
    public Optional<Refund> byId(RefundId id) {
        return Optional.ofNullable(store.tables().refunds().get(id.text())).map(Made::refund);
    }

    @Override
    public List<Refund> of(PaymentId id) {
        return all(refund -> refund.paymentId().equals(id)).toList();
    }

    @Override
    public List<Refund> newest(int count) {
        return all(any -> true).toList().reversed().stream().limit(count).toList();
    }

    @Override
    public void replace(Refund refund) {
        var refunds = store.tables().refunds();
        refunds.put(
                refund.id().text(),
                new Made(refund, refunds.get(refund.id().text()).requestHash()));
    }

    @Override
    public boolean reserve(Refund refund, Address address) {
        var slot = address + " " + refund.amount().units() + " "
                + refund.amount().asset().id();
        var holder = store.tables().refundSlots().putIfAbsent(slot, refund.id().text());
        return holder == null || holder.equals(refund.id().text());
    }

    @Override
    public void release(Refund refund) {
        var slots = store.tables().refundSlots();
        List.copyOf(slots.entrySet()).stream()
                .filter(slot -> slot.getValue().equals(refund.id().text()))
                .forEach(slot -> slots.remove(slot.getKey()));
    }

    @Override
    public Set<Address> payees(ChainId chain, Instant endedAfter) {
        return addresses(refund -> isOn(refund, chain)
                        && (refund.state().isLive() || refund.standing().since().isAfter(endedAfter)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<Address> payeesAmong(ChainId chain, Collection<Address> among) {
        return addresses(refund -> isOn(refund, chain)).filter(among::contains).collect(Collectors.toSet());
    }

    @Override
    public List<Refund> at(Address address, Amount amount) {
        return all(refund -> refund.amount().asset().equals(amount.asset())
                        && refund.amount().equals(amount)
                        && refund.destinations().stream()
                                .anyMatch(to -> to.address().equals(address)))
                .toList();
    }

    @Override
    public List<Refund> seen(ChainId chain) {
        return all(refund -> isOn(refund, chain) && refund.state() == RefundState.SEEN)
                .toList();
    }

    @Override
    public boolean areExpected(ChainId chain, Instant since) {
        return all(refund -> isOn(refund, chain))
                .anyMatch(refund -> refund.state() == RefundState.SEEN
                        || refund.state() == RefundState.OPEN
                                && !refund.standing().since().isBefore(since));
    }

    private Stream<Address> addresses(Predicate<Refund> which) {
        return all(which).flatMap(refund -> refund.destinations().stream()).map(Destination::address);
    }

    private Stream<Refund> all(Predicate<Refund> which) {
        return store.tables().refunds().values().stream().map(Made::refund).filter(which);
    }

    private static boolean isOn(Refund refund, ChainId chain) {
        return refund.amount().asset().chain().equals(chain);
    }

    /// Payouts in memory.
    private record MemoryPayouts(MemoryStore store) implements Payouts {
        @Override
        public Optional<Payout> byId(TransferId id) {
            return Optional.ofNullable(store.tables().payouts().get(id));
        }

        @Override
        public List<Payout> ofTransaction(ChainId chain, String txHash) {
            return all(payout -> payout.transfer().id().chain().equals(chain)
                    && payout.transfer().id().txHash().equals(txHash));
        }

        @Override
        public void enter(Payout payout) {
            store.tables().payouts().put(payout.transfer().id(), payout);
        }

        @Override
        public void stands(TransferId id, Inclusion inclusion) {
            var payout = byId(id).orElseThrow();
            enter(new Payout(payout.transfer().now(inclusion), payout.refundId()));
        }

        @Override
        public List<Payout> above(ChainId chain, long height) {
            return all(payout -> payout.transfer().id().chain().equals(chain)
                    && payout.transfer().sighting().inclusion() instanceof Inclusion.Included block
                    && block.height() > height);
        }

        @Override
        public List<Transfer> of(RefundId id) {
            return all(payout -> payout.refundId().equals(id)).stream()
                    .map(Payout::transfer)
                    .toList();
        }

        private List<Payout> all(Predicate<Payout> which) {
            return store.tables().payouts().values().stream().filter(which).toList();
        }
    }
}
