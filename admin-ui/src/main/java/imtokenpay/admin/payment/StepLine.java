package imtokenpay.admin.payment;

import imtokenpay.admin.desk.Words;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.flow.story.TellStory.Step;
import imtokenpay.flow.story.TellStory.Story;
import imtokenpay.webhook.told.ToldEvent;

/// Something that happened to a payment, as it is shown.
public final class StepLine {
    private final Story story;
    private final Step step;

    StepLine(Story story, Step step) {
        this.story = story;
        this.step = step;
    }

    /// When.
    public String moment() {
        return Words.moment(step.at());
    }

    /// What happened.
    public String what() {
        return switch (step) {
            case Step.Asked asked -> asked();
            case Step.Came came -> came(came.transfer());
            case Step.Decided decided ->
                decided.resolution().word().by() + " " + decided.resolution().what() + ": "
                        + decided.resolution().word().reason();
            case Step.GivenBack back ->
                back.refund().origin().by() + " recorded refund "
                        + back.refund().id() + " of "
                        + back.refund().amount() + ", now "
                        + back.refund().state().word() + ": "
                        + back.refund().origin().reason();
            case Step.Told told -> told.event().event().type() + ": " + told(told.event());
        };
    }

    private String asked() {
        var payment = story.snapshot().payment();
        var quote = payment.origin().quote();
        return "Asked for: " + quote.price() + " as " + quote.amount() + ", at a rate of "
                + quote.rate().value().stripTrailingZeros().toPlainString() + " "
                + quote.price().currency().getCurrencyCode() + " for 1 "
                + quote.amount().asset().symbol() + " (" + quote.rate().said() + ").";
    }

    private String came(Transfer transfer) {
        var terms = story.snapshot().payment().terms();
        var where = switch (transfer.sighting().inclusion()) {
            case Inclusion.Included block ->
                "in block " + block.height() + ", "
                        + counted(story.snapshot().view().confirmations(transfer), "confirmation");
            case Inclusion.Gone() -> "its block has left the chain since";
        };
        return transfer.amount() + " came: " + where + (terms.inTime(transfer) ? "." : ", after the deadline.");
    }

    private static String told(ToldEvent event) {
        var tries = counted(event.attempts(), "attempt");
        var last =
                event.last().map(attempt -> ", the last: " + attempt.outcome()).orElse("");
        return switch (event.standing()) {
            case ToldEvent.Standing.Delivered() -> "the store knows, after " + tries + ".";
            case ToldEvent.Standing.Waiting(var until) ->
                "the store is told at " + Words.moment(until) + ", after " + tries + last + ".";
            case ToldEvent.Standing.GivenUp() -> "the store was not told: given up after " + tries + last + ".";
        };
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
