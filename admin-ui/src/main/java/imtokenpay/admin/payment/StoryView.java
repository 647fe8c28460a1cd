package imtokenpay.admin.payment;

import imtokenpay.admin.desk.Desk;
import imtokenpay.admin.desk.Words;
import imtokenpay.chain.Explorers;
import imtokenpay.chain.Transfer;
import imtokenpay.flow.seen.Seen;
import imtokenpay.flow.seen.ShowSeen;
import imtokenpay.flow.story.TellStory;
import imtokenpay.flow.story.TellStory.Story;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All that is known of the payment that was chosen.
@Named("story")
@RequestScoped
public class StoryView {
    private final Optional<Story> told;
    private final Function<Transfer, String> page;
    private final Optional<Seen> seen;

    /// For the container's proxy only.
    protected StoryView() {
        this.told = Optional.empty();
        this.page = transfer -> "";
        this.seen = Optional.empty();
    }

    @Inject
    public StoryView(TellStory tell, Explorers explorers, ShowSeen sightings) {
        this.told = Optional.of(Desk.asked("payment"))
                .filter(PaymentId::isOne)
                .map(PaymentId::new)
                .flatMap(tell::of);
        this.page = transfer -> explorers
                .transaction(transfer.id().chain(), transfer.id().txHash())
                .orElse("");
        this.seen = told.map(story -> story.snapshot().payment())
                .map(one -> sightings.of(List.of(one)).get(one.id()))
                .filter(one -> !one.amount().isZero());
    }

    /// What is on its way and in no block yet; empty where nothing is, or that is not known.
    public String seen() {
        return seen.map(one -> one.amount() + ", in no block yet. It counts only in one; until then its sender "
                        + (one.isReplaceable() ? "may replace it, as he has said (BIP-125)." : "can still replace it."))
                .orElse("");
    }

    /// Whether there is such a payment.
    public boolean isTold() {
        return told.isPresent();
    }

    /// Why it stands where it stands.
    public String why() {
        return WhyWords.reason(story().why(), story().snapshot());
    }

    /// What there is to do.
    public String advice() {
        return WhyWords.advice(story().why());
    }

    /// What the order costs.
    public String price() {
        return payment().origin().request().price().toString();
    }

    /// What the shopper sees of the order.
    public String description() {
        return payment().origin().request().wording().description();
    }

    /// What the store gave it to have it back in every event.
    public String clientReference() {
        return payment().origin().request().references().client();
    }

    /// Where the money goes.
    public String receiver() {
        return payment().receiver().text();
    }

    /// The asset's CAIP-19 id.
    public String asset() {
        return payment().terms().due().asset().id();
    }

    /// Until when money is in time.
    public String deadline() {
        return Words.moment(payment().terms().effectiveDeadline());
    }

    /// Its transfers, oldest first.
    public List<MoneyLine> money() {
        return story().snapshot().transfers().stream()
                .map(transfer -> new MoneyLine(transfer, story(), page.apply(transfer)))
                .toList();
    }

    /// What happened, oldest first.
    public List<StepLine> steps() {
        return story().steps().stream().map(step -> new StepLine(story(), step)).toList();
    }

    private Payment payment() {
        return story().snapshot().payment();
    }

    private Story story() {
        return told.orElseThrow();
    }
}
