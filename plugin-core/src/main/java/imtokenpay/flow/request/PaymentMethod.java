package imtokenpay.flow.request;

import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.flow.UseCase;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import jakarta.inject.Inject;
import java.util.List;

/// What shoppers can pay with.
@UseCase
public class PaymentMethod {
    private final AcceptedAssets assets;
    private final ChainCursors cursors;

    @Inject
    public PaymentMethod(AcceptedAssets assets, ChainCursors cursors) {
        this.assets = assets;
        this.cursors = cursors;
    }

    /// The assets that a payment can be asked for in right now: confirmed by their chains, on chains that are
    /// read.
    public List<AcceptedAsset> payable() {
        return assets.all().stream()
                .filter(accepted -> accepted.verified()
                        && cursors.view(accepted.asset().chain()).isPresent())
                .toList();
    }
}
