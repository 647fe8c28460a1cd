package imtokenpay.simulation;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.TransferId;
import imtokenpay.money.Amount;
import imtokenpay.simulation.SimulatedChain.Movement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What moved on the simulated chain, counted once for each of its states.
final class Truth {
    private final Habits habits;
    private final SimulatedChain.Block head;
    private final List<Fact> facts = new ArrayList<>();
    private final Map<Address, List<Arrival>> byReceiver = new HashMap<>();

    /// Money that came to an address.
    record Arrival(Amount amount, BlockRef block) {}

    /// A movement, and the block that it stands in.
    record Fact(TransferId id, Amount amount, BlockRef block) {}

    Truth(SimulatedChain chain) {
        habits = chain.habits();
        head = chain.head();
        chain.blocks().forEach(this::count);
    }

    /// The truth about the chain as it is now. Every change of a chain ends with a new head.
    Truth of(SimulatedChain chain) {
        return chain.head() == head ? this : new Truth(chain);
    }

    /// All that moved in blocks of that time or later.
    Map<TransferId, Fact> factsSince(Instant time) {
        Map<TransferId, Fact> since = new HashMap<>();
        for (var fact : facts) {
            if (!fact.block().time().isBefore(time)) {
                since.put(fact.id(), fact);
            }
        }
        return since;
    }

    /// All that came to that address, one for each time.
    List<Arrival> at(Address receiver) {
        return byReceiver.getOrDefault(receiver, List.of());
    }

    private void count(SimulatedChain.Block block) {
        var logIndex = 0;
        for (var transaction : block.transactions()) {
            var inTransaction = 0;
            for (var movement : transaction.failed() ? List.<Movement>of() : transaction.movements()) {
                var id = new TransferId(
                        habits.chain(), transaction.hash(), habits.hasContracts() ? logIndex++ : inTransaction++);
                if (!movement.amount().asset().equals(habits.coin())) {
                    continue;
                }
                // What goes back to shoppers is no payment's.
                if (!Refunders.PAYEES.contains(movement.receiver())) {
                    facts.add(new Fact(id, movement.amount(), block.ref()));
                }
                byReceiver
                        .computeIfAbsent(movement.receiver(), any -> new ArrayList<>())
                        .add(new Arrival(movement.amount(), block.ref()));
            }
        }
    }
}
