package imtokenpay.simulation;

import imtokenpay.adapter.quorum.Provider;
import imtokenpay.chain.Finality;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.flow.watch.AdvancePayments;
import imtokenpay.payment.Ledger;
import imtokenpay.webhook.WebhookTransport;
import java.util.List;

/// A world with one mistake in it; all other parts are as they should be.
final class FaultyAssembly extends Assembly {
    private final SeededBug bug;

    FaultyAssembly(SeededBug bug) {
        this.bug = bug;
    }

    @Override
    Finality finality(long seed) {
        return bug == SeededBug.COUNTS_ONE_CONFIRMATION_LESS
                ? new Finality.Depth(World.CONFIRMATIONS - 1)
                : super.finality(seed);
    }

    @Override
    MemoryStore store(Faults faults) {
        return new MemoryStore(faults) {
            @Override
            boolean hasUniqueSlots() {
                return bug != SeededBug.SLOTS_WITHOUT_UNIQUE_INDEX;
            }
        };
    }

    @Override
    SimulatedShop shop(Faults faults) {
        return new FaultyParts.Shop(faults, bug);
    }

    @Override
    SimulatedNode node(SimulatedChain chain, SimulatedClock clock, Faults faults) {
        return new FaultyParts.Node(chain, clock, faults, bug);
    }

    @Override
    ChainReader reader(List<Provider> providers, SimulatedClock clock) {
        return bug == SeededBug.BELIEVES_ONE_PROVIDER ? providers.getFirst().reader() : super.reader(providers, clock);
    }

    @Override
    MemoryChain chains(MemoryStore store, SimulatedClock clock) {
        return new FaultyParts.Cursors(store, clock, bug);
    }

    @Override
    MemoryMerchant merchant(MemoryStore store) {
        return new FaultyParts.Slots(store, bug);
    }

    @Override
    MemoryPayments.MemoryLedger ledger(MemoryStore store) {
        return new FaultyLedger(store, bug);
    }

    @Override
    MemoryOutbox outbox(MemoryStore store, WebhookTransport shop) {
        return new FaultyOutbox(store, shop, bug);
    }

    @Override
    AdvancePayments advance(MemoryPayments payments, Ledger ledger, AnnouncePayment announce) {
        return bug == SeededBug.NEVER_REVERSES
                ? new FaultyParts.NeverReverses(payments, ledger, announce)
                : super.advance(payments, ledger, announce);
    }
}
