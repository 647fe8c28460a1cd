package imtokenpay.flow.request;

import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.start.Provision;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import jakarta.inject.Inject;
import java.util.List;

/// What shoppers can pay with.
@UseCase
public class PaymentMethod {
    private final AcceptedAssets assets;
    private final ChainCursors cursors;
    private final Provision provision;

    @Inject
    public PaymentMethod(AcceptedAssets assets, ChainCursors cursors, Provision provision) {
        this.assets = assets;
        this.cursors = cursors;
        this.provision = provision;
    }

    /// The assets that a payment can be asked for in right now: still configured, confirmed by their chains, on
    /// chains that are read.
    public List<AcceptedAsset> payable() {
        return assets.all().stream()
                .filter(accepted -> provision.assets().stream()
                        .anyMatch(provided -> provided.asset().equals(accepted.asset())))
                .filter(accepted -> accepted.verified()
                        && cursors.view(accepted.asset().chain()).isPresent())
                .toList();
    }

    /// Whether an asset is accepted and is worth something.
    public boolean isRealMoney(String assetId) {
        return assets.byId(assetId).filter(accepted -> !accepted.test()).isPresent();
    }
}
