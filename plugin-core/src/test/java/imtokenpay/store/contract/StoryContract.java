package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.transfer;
import static imtokenpay.store.contract.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import imtokenpay.flow.resolve.Resolution;
import imtokenpay.flow.resolve.Resolution.Word;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.flow.story.TellStory;
import imtokenpay.flow.story.TellStory.Step;
import imtokenpay.flow.story.TellStory.Story;
import imtokenpay.flow.story.Why;
import imtokenpay.payment.Ledger.Entry;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.Refunds;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Outbox.Next;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.told.ToldEvent.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is told of a payment, wherever it is kept.
public abstract class StoryContract extends StoreContract {
    @Test
    void a_payment_that_nobody_asked_for_has_no_story() {
        assertEquals(Optional.empty(), story(new PaymentId("pay_" + "A".repeat(26))));
    }

    @Test
    void everything_that_happened_is_told_in_its_order_and_nothing_of_others() {
        var payment = payment("order");
        var other = payment("other");
        var came = transfer("0xa", 0, usdt(5), block(1, "a"));
        var decided = new Resolution(payment.id(), NOW.plusSeconds(90), "closed", new Word("anna", "broken"));
        var refund = Refund.recorded(
                new RefundId("rfd_" + "A".repeat(26)),
                new Refund.Origin(payment.id(), NOW.plusSeconds(60), "anna", "broken"),
                usdt(1));
        commit(() -> {
            for (var one : List.of(payment, other)) {
                shelf().payments().add(one);
                shelf().outbox().announce(event(one, 1, NOW.plusSeconds(13)));
                shelf().outbox().announce(event(one, 2, NOW.plusSeconds(13)));
            }
            shelf().ledger().enter(new Entry(came, Optional.of(payment.id())));
            shelf().ledger().enter(new Entry(transfer("0xb", 0, usdt(5), block(1, "a")), Optional.empty()));
            shelf().decisions().add(decided);
            shelf().refunds().add(refund, new Refunds.Call("key", "hash"));
        });
        var story = story(payment.id()).orElseThrow();
        assertEquals(payment, story.snapshot().payment());
        assertEquals(Why.NOTHING_YET, story.why());
        assertEquals(new Step.Asked(NOW), story.steps().getFirst());
        assertEquals(new Step.Came(NOW.plusMillis(12_777), came), story.steps().get(1));
        assertEquals(
                WebhookEvent.idOf(payment.id(), 1),
                told(story, 2).event().event().id());
        assertEquals(
                WebhookEvent.idOf(payment.id(), 2),
                told(story, 3).event().event().id());
        assertEquals(
                new Step.GivenBack(NOW.plusSeconds(60), refund), story.steps().get(4));
        assertEquals(
                new Step.Decided(NOW.plusSeconds(90), decided), story.steps().get(5));
        assertEquals(6, story.steps().size());
    }

    @Test
    void an_event_tells_how_far_its_delivery_is() {
        var payment = payment("order");
        commit(() -> {
            shelf().payments().add(payment);
            shelf().outbox().announce(event(payment, 1, NOW));
        });
        assertEquals(
                new Standing.Waiting(NOW),
                told(story(payment.id()).orElseThrow(), 1).event().standing());
        var again = NOW.plusSeconds(30);
        commit(() -> {
            var delivery =
                    shelf().outbox().claim("books", 1, NOW, NOW.plusSeconds(20)).getFirst();
            var failed = new Attempt(NOW, new Outcome.Answered(500));
            shelf().outbox().attempted(delivery, failed, new Next.Retry(again));
        });
        var event = told(story(payment.id()).orElseThrow(), 1).event();
        assertEquals(new Standing.Waiting(again), event.standing());
        assertEquals(1, event.attempts());
        assertEquals("HTTP 500", event.last().orElseThrow().outcome());
    }

    private static Step.Told told(Story story, int step) {
        return assertInstanceOf(Step.Told.class, story.steps().get(step));
    }

    private Optional<Story> story(PaymentId id) {
        var show = new ShowPayment(shelf().payments(), shelf().ledger(), shelf().cursors(), shelf().assets());
        var tell = new TellStory(
                show, shelf().decisions(), shelf().refunds(), shelf().told().list());
        return ask(() -> tell.of(id));
    }

    private static WebhookEvent event(Payment payment, long sequence, Instant at) {
        var content = new WebhookEvent.Content(at, "{}");
        return new WebhookEvent(
                WebhookEvent.idOf(payment.id(), sequence), "books", payment.id(), "payment.confirming", content);
    }
}
