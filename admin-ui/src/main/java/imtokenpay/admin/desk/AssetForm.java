package imtokenpay.admin.desk;

import imtokenpay.merchant.AcceptedAsset;

/// An accepted asset with its one rule that an admin may change.
public final class AssetForm {
    // Below this a reorg of an ordinary size takes a payment back after the shop has sent the goods.
    private static final int CAREFUL_MIN = 6;

    private final AcceptedAsset accepted;
    private int confirmations;

    AssetForm(AcceptedAsset accepted) {
        this.accepted = accepted;
        this.confirmations = accepted.finality().confirmationsRequired();
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

    /// Whether another number was typed in than is saved.
    public boolean isChanged() {
        return confirmations != accepted.finality().confirmationsRequired();
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
