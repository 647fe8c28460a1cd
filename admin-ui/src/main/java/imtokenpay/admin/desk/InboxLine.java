package imtokenpay.admin.desk;

import imtokenpay.chain.Transfer;

/// Money that matches no payment, as one line of the inbox.
public final class InboxLine {
    private final Transfer transfer;
    private final String network;

    InboxLine(Transfer transfer, String network) {
        this.transfer = transfer;
        this.network = network;
    }

    /// When it was first seen.
    public String seen() {
        return Words.moment(transfer.sighting().firstSeen());
    }

    /// How much.
    public String amount() {
        return transfer.amount().decimal();
    }

    /// Of what.
    public String symbol() {
        return transfer.amount().asset().symbol();
    }

    /// The asset's CAIP-19 id: a symbol can be copied, an id cannot.
    public String assetId() {
        return transfer.amount().asset().id();
    }

    /// The network's name for people.
    public String network() {
        return network;
    }

    /// Whom it came from, as far as the chain says.
    public String sender() {
        return transfer.sender().text();
    }

    /// Whom it went to.
    public String receiver() {
        return transfer.receiver().text();
    }

    /// The transaction's hash.
    public String transaction() {
        return transfer.id().txHash();
    }

    /// The chain's CAIP-2 id.
    public String chain() {
        return transfer.id().chain().text();
    }

    /// Its place in its block, or -1 for what a transaction itself carries.
    public int log() {
        return transfer.id().logIndex();
    }

    /// Whether it still stands in a block of the chain.
    public boolean isInChain() {
        return transfer.isIncluded();
    }
}
