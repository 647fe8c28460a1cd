package imtokenpay.simulation;

import imtokenpay.adapter.quorum.Provider;
import imtokenpay.adapter.quorum.Quorum;
import imtokenpay.chain.Finality;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.flow.watch.AdvancePayments;
import imtokenpay.payment.Ledger;
import imtokenpay.webhook.WebhookTransport;
import java.math.BigInteger;
import java.util.List;

/// The parts that a world and its nodes are made of. A seeded bug replaces one of them.
class Assembly {
    /// How many of a world's providers must agree.
    static final int AGREEING = 2;

    // In some worlds, whoever owes three coins waits until the chain calls his block final.
    Finality finality(long seed) {
        return seed % 7 == 3
                ? new Finality.Tiered(World.CONFIRMATIONS, BigInteger.valueOf(2_000_000))
                : new Finality.Depth(World.CONFIRMATIONS);
    }

    MemoryStore store(Faults faults) {
        return new MemoryStore(faults);
    }

    SimulatedShop shop(Faults faults) {
        return new SimulatedShop(faults);
    }

    SimulatedNode node(SimulatedChain chain, SimulatedClock clock, Faults faults) {
        return new SimulatedNode(chain, clock, faults);
    }

    ChainReader reader(List<Provider> providers, SimulatedClock clock) {
        return new Quorum(providers, AGREEING, clock, Runnable::run);
    }

    MemoryChain chains(MemoryStore store, SimulatedClock clock) {
        return new MemoryChain(store, clock);
    }

    MemoryMerchant merchant(MemoryStore store) {
        return new MemoryMerchant(store);
    }

    MemoryPayments.MemoryLedger ledger(MemoryStore store) {
        return new MemoryPayments.MemoryLedger(store);
    }

    MemoryOutbox outbox(MemoryStore store, WebhookTransport shop) {
        return new MemoryOutbox(store, 1);
    }

    AdvancePayments advance(MemoryPayments payments, Ledger ledger, AnnouncePayment announce) {
        return new AdvancePayments(payments, ledger, announce);
    }
}
