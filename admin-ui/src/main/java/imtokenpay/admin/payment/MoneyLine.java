package imtokenpay.admin.payment;

import imtokenpay.admin.desk.Words;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.flow.story.TellStory.Story;

/// A transfer of a payment: the evidence.
public final class MoneyLine {
    private final Transfer transfer;
    private final Story story;
    private final String page;

    MoneyLine(Transfer transfer, Story story, String page) {
        this.transfer = transfer;
        this.story = story;
        this.page = page;
    }

    /// How much.
    public String amount() {
        return transfer.amount().toString();
    }

    /// When it was made, which decides whether it was in time.
    public String made() {
        return Words.moment(transfer.madeAt());
    }

    /// Whether that was in time.
    public boolean isInTime() {
        return story.snapshot().payment().terms().inTime(transfer);
    }

    /// Whether it still stands in a block of the chain.
    public boolean isInChain() {
        return transfer.isIncluded();
    }

    /// The block that holds it, such as `19 0xab…`; where it is none, so.
    public String block() {
        return switch (transfer.sighting().inclusion()) {
            case Inclusion.Included block -> block.height() + " " + block.hash();
            case Inclusion.Gone() -> "none: it left the chain";
        };
    }

    /// How many blocks confirm it.
    public long confirmations() {
        return story.snapshot().view().confirmations(transfer);
    }

    /// The transaction's hash.
    public String transaction() {
        return transfer.id().txHash();
    }

    /// Its place in its block, or -1 for what a transaction itself carries.
    public int log() {
        return transfer.id().logIndex();
    }

    /// Whom it came from, as far as the chain says.
    public String sender() {
        return transfer.sender().text();
    }

    /// The page where anybody can see it; empty where there is none.
    public String page() {
        return page;
    }
}
