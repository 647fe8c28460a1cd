package imtokenpay.admin.payment;

import imtokenpay.admin.desk.Words;
import imtokenpay.chain.Finality;
import imtokenpay.flow.story.Why;
import imtokenpay.webhook.PaymentJson.Snapshot;

/// Why a payment stands where it stands, and what there is to do, in words for the person at the desk.
final class WhyWords {
    private WhyWords() {}

    /// The reason, with the figures that it rests on.
    static String reason(Why why, Snapshot snapshot) {
        var terms = snapshot.payment().terms();
        var tally = snapshot.tally();
        var deadline = Words.moment(terms.effectiveDeadline());
        var read = "The chain was read up to block " + snapshot.view().head() + ", whose time is "
                + Words.moment(snapshot.view().asOf()) + ".";
        return switch (why) {
            case NOTHING_YET -> "Nothing has come yet. There is time until " + deadline + ". " + read;
            case NOT_ENOUGH_YET ->
                tally.included() + " has come, " + tally.rest(terms) + " is missing. There is time until " + deadline
                        + ".";
            case NOT_FINAL_YET ->
                "Enough has come: it has " + tally.confirmations() + " of "
                        + terms.finality().confirmationsRequired() + " confirmations." + word(terms.finality());
            case PAID -> "Enough has come in time, and it is final.";
            case ACCEPTED -> "A person took what came as enough, and it is final.";
            case NOTHING_IN_TIME -> "Nothing came until " + deadline + ". " + read;
            case CALLED_OFF -> "It was called off before anything came.";
            case CAME_AFTER_CANCEL -> "It was called off, and " + tally.received() + " came nevertheless.";
            case TOO_LITTLE ->
                "Only " + tally.included() + " came until " + deadline + ": " + tally.rest(terms) + " less than due.";
            case TOO_LATE -> tally.late() + " came after the deadline, " + deadline + ".";
            case TOO_LITTLE_TOO_LATE ->
                tally.received() + " came, less than due, and " + tally.late() + " of it after the deadline, "
                        + deadline + ".";
            case LEFT_THE_CHAIN ->
                "The chain has dropped blocks that held its money. It may come back with other blocks.";
            case CLOSED -> "A person has ended the matter.";
            case CAME_AFTER_CLOSE -> "A person had ended the matter; more money came since.";
        };
    }

    private static String word(Finality finality) {
        return finality instanceof Finality.Depth
                ? ""
                : " So large a payment also waits until the network itself calls its block final.";
    }

    /// What there is to do.
    static String advice(Why why) {
        return switch (why) {
            case NOTHING_YET ->
                "Wait. If the shopper says that he has paid, look his transaction up with the search of the payments"
                        + " page.";
            case NOT_ENOUGH_YET -> "Wait, or tell the shopper to send the rest to the same address.";
            case NOT_FINAL_YET -> "Wait. Do not ship yet.";
            case PAID, ACCEPTED -> "Ship the order.";
            case NOTHING_IN_TIME, CALLED_OFF, CLOSED -> "Nothing.";
            case CAME_AFTER_CANCEL, TOO_LITTLE, TOO_LATE, TOO_LITTLE_TOO_LATE, CAME_AFTER_CLOSE ->
                "Accept it as payment of the order, or refund it and close the matter.";
            case LEFT_THE_CHAIN ->
                "Do not ship. If you have shipped, ask the shopper to pay again; close the matter when it is settled"
                        + " otherwise.";
        };
    }
}
