package imtokenpay.simulation;

import imtokenpay.chain.Address;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.flow.watch.AdvancePayments;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Payments;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The other broken parts. Each does what its bug says and nothing else.
final class FaultyParts {
    private FaultyParts() {}

    /// A node as a careless reader sees it. The real EVM reader cannot be made careless without a switch in it, so
    /// its mistakes are modelled behind the port. That it makes none of them is tested on a node's own answers
    /// in EvmChainReaderTest. An empty range it believes, too, until the second look: the bug is to look only once.
    static final class Node extends SimulatedNode {
        private final SeededBug bug;
        private final Asset coin;

        Node(SimulatedChain chain, SimulatedClock clock, Faults faults, SeededBug bug) {
            super(chain, clock, faults);
            this.bug = bug;
            this.coin = chain.habits().coin();
        }

        @Override
        boolean moves(SimulatedChain.Transaction transaction) {
            return bug == SeededBug.IGNORES_STATUS || super.moves(transaction);
        }

        @Override
        Amount amount(SimulatedChain.Movement movement) {
            return bug == SeededBug.IGNORES_TOKEN_ADDRESS
                    ? new Amount(movement.amount().units(), coin)
                    : super.amount(movement);
        }

        // To believe an empty range is never to look at it again.
        @Override
        public List<Transfer> transfersIn(long from, long to, Watch watch) {
            return bug == SeededBug.BELIEVES_EMPTY_RANGES ? List.of() : super.transfersIn(from, to, watch);
        }
    }

    /// A store that ships twice, or goes by whatever came last.
    static final class Shop extends SimulatedShop {
        private final SeededBug bug;

        Shop(Faults faults, SeededBug bug) {
            super(faults);
            this.bug = bug;
        }

        @Override
        boolean passesOver(long sequence, Order before) {
            if (bug == SeededBug.RECEIVER_IGNORES_SEQUENCE) {
                return sequence == before.sequence();
            }
            return bug == SeededBug.RECEIVER_WITHOUT_MEMORY
                    ? sequence < before.sequence()
                    : super.passesOver(sequence, before);
        }

        @Override
        boolean remembers() {
            return bug != SeededBug.RECEIVER_WITHOUT_MEMORY;
        }
    }

    /// Cursors that ask for no lease, or that commit by themselves.
    static final class Cursors extends MemoryChain {
        private final MemoryStore store;
        private final SeededBug bug;

        Cursors(MemoryStore store, SimulatedClock clock, SeededBug bug) {
            super(store, clock);
            this.store = store;
            this.bug = bug;
        }

        @Override
        void check(Lease lease) {
            if (bug != SeededBug.WRITES_WITHOUT_LEASE) {
                super.check(lease);
            }
        }

        @Override
        void check(Lease lease, ChainTail known) {
            if (bug != SeededBug.WRITES_WITHOUT_LEASE) {
                super.check(lease, known);
            }
        }

        @Override
        public void advance(Lease lease, ChainTail known, Reading reading) {
            super.advance(lease, known, reading);
            if (bug == SeededBug.COMMITS_CURSOR_FIRST) {
                store.commitsHalf();
            }
        }
    }

    /// Slots that forget whose they are once the payment has ended.
    static final class Slots extends MemoryMerchant {
        private final MemoryStore store;
        private final SeededBug bug;

        Slots(MemoryStore store, SeededBug bug) {
            super(store);
            this.store = store;
            this.bug = bug;
        }

        @Override
        public Optional<String> holder(Address receiver, Amount came) {
            return super.holder(receiver, came)
                    .filter(id -> bug != SeededBug.FORGETS_ENDED_PAYMENTS
                            || store.tables().payments().get(id).status().isOpen());
        }
    }

    /// Leaves alone what is settled.
    static final class NeverReverses extends AdvancePayments {
        private final Payments payments;

        NeverReverses(Payments payments, Ledger ledger, AnnouncePayment announce) {
            super(payments, ledger, announce);
            this.payments = payments;
        }

        @Override
        public void advance(Collection<PaymentId> ids, ChainView view) {
            var others = ids.stream()
                    .filter(id -> payments.byId(id).orElseThrow().status() != PaymentStatus.SETTLED)
                    .toList();
            super.advance(others, view);
        }
    }
}
