package imtokenpay.flow.story;

import imtokenpay.chain.Transfer;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.resolve.Decisions;
import imtokenpay.flow.resolve.Resolution;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.payment.PaymentId;
import imtokenpay.refund.Refund;
import imtokenpay.refund.Refunds;
import imtokenpay.webhook.PaymentJson.Snapshot;
import imtokenpay.webhook.told.DeliveryList;
import imtokenpay.webhook.told.ToldEvent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells what happened to a payment from the begin, and why it stands where it stands: the evidence for whoever has to
/// answer a shopper.
@UseCase
public class TellStory {
    private final ShowPayment show;
    private final Decisions decisions;
    private final Refunds refunds;
    private final DeliveryList deliveries;

    @Inject
    public TellStory(ShowPayment show, Decisions decisions, Refunds refunds, DeliveryList deliveries) {
        this.show = show;
        this.decisions = decisions;
        this.refunds = refunds;
        this.deliveries = deliveries;
    }

    /// Something that happened, and when.
    public sealed interface Step {
        /// The moment by our clock.
        Instant at();

        /// A store asked for it.
        record Asked(Instant at) implements Step {}

        /// Money was seen for the first time, wherever it is now.
        record Came(Instant at, Transfer transfer) implements Step {}

        /// A person decided.
        record Decided(Instant at, Resolution resolution) implements Step {}

        /// Money is to be given back.
        record GivenBack(Instant at, Refund refund) implements Step {}

        /// It moved, and its store was to be told so.
        record Told(Instant at, ToldEvent event) implements Step {}
    }

    /// The whole story.
    ///
    /// @param steps in the order of their moments
    public record Story(Snapshot snapshot, Why why, List<Step> steps) {}

    /// The story of that payment, if there is such a one.
    public Optional<Story> of(PaymentId id) {
        return show.byId(id).map(this::told);
    }

    private Story told(Snapshot snapshot) {
        var payment = snapshot.payment();
        var asked = Stream.of(new Step.Asked(payment.terms().openedAt()));
        var came = snapshot.transfers().stream()
                .map(transfer -> new Step.Came(transfer.sighting().firstSeen(), transfer));
        var decided = decisions.of(payment.id()).stream().map(done -> new Step.Decided(done.at(), done));
        var back = refunds.of(payment.id()).stream()
                .map(refund -> new Step.GivenBack(refund.origin().recordedAt(), refund));
        var events = deliveries.of(payment.id()).stream()
                .map(event -> new Step.Told(event.event().content().occurredAt(), event));
        var steps = Stream.<Stream<? extends Step>>of(asked, came, decided, back, events)
                .<Step>flatMap(some -> some)
                .sorted(Comparator.comparing(Step::at))
                .toList();
        return new Story(snapshot, Why.of(payment, snapshot.tally()), steps);
    }
}
