package imtokenpay.flow.admin;

import imtokenpay.chain.Finality;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
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

    /// Sets when an asset's payments count as final, for those that are asked for from now on.
    ///
    /// @param by the name that the person has signed in with
    /// @throws IllegalArgumentException in words for the admin if the chain has no such word
    public void finality(Asset asset, Finality rule, String by) {
        if (!(rule instanceof Finality.Depth) && !Finality.isCalledOn(asset.chain())) {
            throw new IllegalArgumentException(
                    "The chain of " + asset.symbol() + " calls no block final. Ask for more confirmations instead.");
        }
        assets.finality(asset.id(), rule);
        audit.add(Deed.of(by, Action.CONFIRMATIONS_SET, asset.id(), words(asset, rule)));
    }

    private static String words(Asset asset, Finality rule) {
        var deep = "final after " + rule.confirmationsRequired() + " confirmations";
        return switch (rule) {
            case Finality.Depth depth -> deep;
            case Finality.Finalized always -> deep + " and the chain's word";
            case Finality.Tiered tiered ->
                deep + ", from " + new Amount(tiered.finalFrom(), asset) + " on with the chain's word, too";
        };
    }

    /// Money that matches no payment, newest first.
    ///
    /// @param count 1 to 200
    public List<Ledger.Entry> inbox(int count) {
        return ledger.unmatched(count);
    }
}
