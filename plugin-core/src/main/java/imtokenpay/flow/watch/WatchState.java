package imtokenpay.flow.watch;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Watch;
import imtokenpay.chain.watch.WatchLease;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.receive.ShownAddresses;
import imtokenpay.flow.refund.PayeeAddresses;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Payments;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What the watching pass reads and notes between its looks, each in a short transaction of its own.
@UseCase
public class WatchState {
    // A dead holder is replaced after it, within 15 s with the look of the one who replaces it; a working one reads for
    // a third of it at most (Stride).
    static final Duration LEASE_LENGTH = Duration.ofSeconds(12);

    /// What it reads and notes in.
    public record Shelf(WatchLease leases, ChainCursors cursors, AcceptedAssets assets, Payments payments) {}

    private final WatchLease leases;
    private final ChainCursors cursors;
    private final AcceptedAssets assets;
    private final Payments payments;
    private final ShownAddresses shown;
    private final PayeeAddresses payees;

    @Inject
    public WatchState(Shelf shelf, ShownAddresses shown, PayeeAddresses payees) {
        this.leases = shelf.leases();
        this.cursors = shelf.cursors();
        this.assets = shelf.assets();
        this.payments = shelf.payments();
        this.shown = shown;
        this.payees = payees;
    }

    /// The right to write for a chain; empty while another node has it.
    public Optional<Lease> lease(ChainId chain, String node) {
        return leases.acquire(chain, node, LEASE_LENGTH);
    }

    /// The blocks we hold.
    public Optional<ChainTail> tail(ChainId chain) {
        return cursors.tail(chain);
    }

    /// Begins at a block. Nothing before it can be for us: no payment was asked for on this chain yet.
    public void begin(Lease lease, BlockRef block) {
        cursors.begin(lease, block, new ChainView(lease.chain(), block.height(), block.time()));
    }

    /// Up to which height the chain was looked at a second time.
    public long lookedAgain(ChainId chain) {
        return cursors.lookedAgain(chain);
    }

    /// Goes on from a later block, after a time in which no transfer could be for anybody.
    public void skip(Lease lease, ChainTail known, BlockRef later) {
        var view = new ChainView(lease.chain(), later.height(), later.time());
        var before = cursors.view(lease.chain()).orElse(view);
        cursors.skip(lease, known, later, view.after(before, known.last().height()));
    }

    /// What to look for on a chain: the assets that it has confirmed, at every address that a shopper was shown
    /// or gave for a refund; and which blocks are final, if a payment waits for that.
    public Watch watch(ChainId chain) {
        var watched = new HashSet<Asset>();
        for (var accepted : assets.on(chain)) {
            if (accepted.verified()) {
                watched.add(accepted.asset());
            }
        }
        var receivers = payees.and(chain, shown.on(chain, assets.on(chain)));
        var known = cursors.view(chain).map(ChainView::finalHeight).orElse(ChainView.NONE);
        return new Watch(watched, receivers).asking(payments.needFinal(chain, known));
    }

    /// What is accepted on a chain.
    public List<AcceptedAsset> accepted(ChainId chain) {
        return assets.on(chain);
    }

    /// Notes that the chain confirmed an asset.
    public void verified(Asset asset) {
        assets.verified(asset.id());
    }
}
