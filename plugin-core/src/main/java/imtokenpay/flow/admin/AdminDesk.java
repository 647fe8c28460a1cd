package imtokenpay.flow.admin;

import imtokenpay.chain.Finality;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.payment.Ledger;
import jakarta.inject.Inject;
import java.util.List;

/// What an admin looks at and decides, apart from payments themselves.
@UseCase
public class AdminDesk {
    private final AcceptedAssets assets;
    private final Ledger ledger;
    private final AuditTrail audit;

    @Inject
    public AdminDesk(AcceptedAssets assets, Ledger ledger, AuditTrail audit) {
        this.assets = assets;
        this.ledger = ledger;
        this.audit = audit;
    }

    /// Everything that is accepted.
    public List<AcceptedAsset> assets() {
        return assets.all();
    }

    /// Sets after how many confirmations an asset counts as final, for payments that are asked for from now on.
    ///
    /// @param confirmations 1 to 10,000
    /// @param by the name that the person has signed in with
    /// @throws IllegalArgumentException in words for the admin if it is not
    public void confirmations(String assetId, int confirmations, String by) {
        assets.finality(assetId, new Finality.Depth(confirmations));
        audit.add(Deed.of(by, Action.CONFIRMATIONS_SET, assetId, "final after " + confirmations + " confirmations"));
    }

    /// Money that matches no payment, newest first.
    ///
    /// @param count 1 to 200
    public List<Ledger.Entry> inbox(int count) {
        return ledger.unmatched(count);
    }
}
