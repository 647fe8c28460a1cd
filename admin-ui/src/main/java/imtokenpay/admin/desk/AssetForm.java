package imtokenpay.admin.desk;

import imtokenpay.chain.Finality;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;

/// An accepted asset with its one rule that an admin may change.
public final class AssetForm {
    // Below this a reorg of an ordinary size takes a payment back after the shop has sent the goods.
    private static final int CAREFUL_MIN = 6;

    private final AcceptedAsset accepted;
    private int confirmations;
    private String finalFrom;

    AssetForm(AcceptedAsset accepted) {
        this.accepted = accepted;
        this.confirmations = accepted.finality().confirmationsRequired();
        this.finalFrom = kept();
    }

    private String kept() {
        return switch (accepted.finality()) {
            case Finality.Depth depth -> "";
            case Finality.Finalized always -> "0";
            case Finality.Tiered tiered -> new Amount(tiered.finalFrom(), accepted.asset()).decimal();
        };
    }

    Asset asset() {
        return accepted.asset();
    }

    /// The rule as it was typed in.
    ///
    /// @throws IllegalArgumentException in words for the admin if it can be none
    Finality rule() {
        var from = finalFrom.strip();
        return from.isEmpty()
                ? new Finality.Depth(confirmations)
                : new Finality.Tiered(
                        confirmations, Amount.parse(from, accepted.asset()).units());
    }

    /// The asset's CAIP-19 id.
    public String id() {
        return accepted.asset().id();
    }

    /// The asset's symbol.
    public String symbol() {
        return accepted.asset().symbol();
    }

    /// The network's name for people.
    public String network() {
        return accepted.network();
    }

    /// Where the money goes.
    public String receiver() {
        return accepted.receiver().text();
    }

    /// How many digits the asset has behind the point.
    public int decimals() {
        return accepted.asset().decimals();
    }

    /// Whether the chain has confirmed that.
    public boolean isVerified() {
        return accepted.verified();
    }

    /// Whether this is play money.
    public boolean isTest() {
        return accepted.test();
    }

    /// Whether something else was typed in than is saved.
    public boolean isChanged() {
        return confirmations != accepted.finality().confirmationsRequired()
                || !finalFrom.strip().equals(kept());
    }

    /// Whether the chain calls blocks final at all.
    public boolean isFinalityKnown() {
        return Finality.isCalledOn(asset().chain());
    }

    /// Refuses what is no amount of the asset, before anything is changed.
    ///
    /// @throws ValidatorException in words for the admin
    public void check(FacesContext context, UIComponent field, String typed) {
        try {
            if (!typed.isBlank()) {
                Amount.parse(typed.strip(), accepted.asset());
            }
        } catch (IllegalArgumentException wrong) {
            var why = "Nothing was changed: the amount " + wrong.getMessage() + ".";
            throw new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, why, why));
        }
    }

    public String getFinalFrom() {
        return finalFrom;
    }

    public void setFinalFrom(String finalFrom) {
        this.finalFrom = finalFrom;
    }

    /// Whether the saved rule is a daring one.
    public boolean isDaring() {
        return accepted.finality().confirmationsRequired() < CAREFUL_MIN;
    }

    public int getConfirmations() {
        return confirmations;
    }

    public void setConfirmations(int confirmations) {
        this.confirmations = confirmations;
    }
}
