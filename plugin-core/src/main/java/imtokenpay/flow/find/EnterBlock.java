package imtokenpay.flow.find;

import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.flow.watch.RecordTransfers;
import imtokenpay.flow.watch.WatchState;
import jakarta.inject.Inject;
import java.util.List;

/// Enters what a person had read again, and that he had.
@UseCase
public class EnterBlock {
    private final WatchState state;
    private final RecordTransfers record;
    private final AuditTrail audit;

    @Inject
    public EnterBlock(WatchState state, RecordTransfers record, AuditTrail audit) {
        this.state = state;
        this.record = record;
        this.audit = audit;
    }

    /// A block, and who wants it for the sake of which transaction.
    public record Wanted(long height, String txHash, String by) {}

    /// Enters what of it is not known yet; what is known stays as it is.
    ///
    /// @return how many transfers were new
    /// @throws imtokenpay.chain.watch.ChainCursors.StaleWriter if another node has taken over; nothing was
    /// entered then
    public int enter(Lease lease, Wanted wanted, List<Transfer> transfers) {
        // The second look stays where it is: this is one block beside it.
        var looked = state.lookedAgain(lease.chain());
        var entered = record.recordAgain(lease, looked, looked, transfers);
        audit.add(Deed.of(
                wanted.by(),
                Action.BLOCK_READ_AGAIN,
                wanted.txHash(),
                "block " + wanted.height() + " of " + lease.chain() + ": " + entered + " transfers entered"));
        return entered;
    }
}
