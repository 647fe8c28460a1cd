package imtokenpay.store.crash;

import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.WebhookTransport;
import java.time.Instant;

/// The shop's own address for events. Some first calls fail, and of some the answer is lost on the way back.
record ScriptedShop(Diary diary) implements WebhookTransport {
    private static final int MOODS = 4;

    @Override
    public Attempt post(WebhookEndpoint endpoint, WebhookEvent event, Instant at) {
        var isFirst = diary.received().stream().noneMatch(line -> line.startsWith(event.id() + " "));
        var sequence = event.id().substring(event.id().lastIndexOf('_'));
        var mood = isFirst ? Math.floorMod((event.type() + sequence).hashCode(), MOODS) : MOODS;
        diary.received(event.id(), event.content().body().hashCode(), mood != 0);
        return new Attempt(
                at,
                switch (mood) {
                    case 0 -> new Outcome.Answered(500);
                    case 1 -> new Outcome.Unreachable("connection reset");
                    default -> new Outcome.Answered(204);
                });
    }
}
