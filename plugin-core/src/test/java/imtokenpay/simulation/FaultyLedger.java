package imtokenpay.simulation;

import imtokenpay.chain.TransferId;
import imtokenpay.money.ChainId;
import java.util.List;
import java.util.Optional;

/// A ledger that never goes back, or that knows a transaction's transfers by its hash alone.
final class FaultyLedger extends MemoryPayments.MemoryLedger {
    private final SeededBug bug;

    FaultyLedger(MemoryStore store, SeededBug bug) {
        super(store);
        this.bug = bug;
    }

    @Override
    public List<Entry> above(ChainId chain, long height) {
        return bug == SeededBug.NEVER_REWINDS ? List.of() : super.above(chain, height);
    }

    @Override
    public Optional<Entry> byId(TransferId id) {
        return bug == SeededBug.KEYED_BY_TRANSACTION_ONLY
                ? ofTransaction(id.chain(), id.txHash()).stream().findFirst()
                : super.byId(id);
    }
}
