package imtokenpay.flow.deliver;

import imtokenpay.flow.UseCase;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.Outbox;
import imtokenpay.webhook.Outbox.Next;
import imtokenpay.webhook.RetrySchedule;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEndpoints;
import imtokenpay.webhook.trouble.DisabledEndpoint;
import imtokenpay.webhook.trouble.DisabledEndpoints;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// Takes deliveries and notes what became of them, each in a short transaction of its own.
@UseCase
public class DeliveryBook {
    private static final int BATCH_MAX = 50;
    // Longer than the longest attempt (5 s to connect, 15 s to answer), so that nobody else takes a delivery that is
    // under way; if this node dies in between, the delivery comes again after it, with the same event id.
    private static final Duration CLAIM_LENGTH = Duration.ofSeconds(25);

    private static final Logger LOG = System.getLogger(DeliveryBook.class.getName());

    private final Outbox outbox;
    private final WebhookEndpoints endpoints;
    private final DisabledEndpoints disabled;
    private final InstantSource clock;
    private final RandomGenerator random;

    @Inject
    public DeliveryBook(
            Outbox outbox,
            WebhookEndpoints endpoints,
            DisabledEndpoints disabled,
            InstantSource clock,
            RandomGenerator random) {
        this.outbox = outbox;
        this.endpoints = endpoints;
        this.disabled = disabled;
        this.clock = clock;
        this.random = random;
    }

    /// The stores that something is due for and whose endpoint is not disabled.
    public List<String> waiting() {
        return outbox.waiting(clock.instant()).stream()
                .filter(store -> !isDisabled(store))
                .toList();
    }

    /// Takes a batch of a store's deliveries that are due; none while its endpoint is disabled.
    public List<Delivery> claim(String storeId) {
        if (isDisabled(storeId)) {
            return List.of();
        }
        var now = clock.instant();
        return outbox.claim(storeId, BATCH_MAX, now, now.plus(CLAIM_LENGTH));
    }

    /// A delivery and what became of the attempt.
    public record Tried(Delivery delivery, Attempt attempt) {}

    /// Notes attempts, and when the next ones are due. An endpoint that wants no more is disabled by it.
    public void attempted(List<Tried> tried) {
        // In one order, so that no two of us wait for each other.
        tried.stream()
                .sorted(Comparator.comparing(one -> one.delivery().event().id()))
                .forEach(one -> attempted(one.delivery(), one.attempt()));
    }

    private void attempted(Delivery delivery, Attempt attempt) {
        if (attempt.isUnwanted()) {
            endpoints.ofStore(delivery.event().storeId()).ifPresent(endpoint -> disable(endpoint, attempt));
        }
        outbox.attempted(delivery, attempt, next(delivery, attempt));
    }

    private boolean isDisabled(String storeId) {
        return endpoints
                .ofStore(storeId)
                .filter(endpoint -> disabled.all().stream().anyMatch(one -> one.is(endpoint)))
                .isPresent();
    }

    private void disable(WebhookEndpoint endpoint, Attempt attempt) {
        disabled.disable(new DisabledEndpoint(endpoint.storeId(), endpoint.address(), attempt.at()));
        LOG.log(
                Level.WARNING,
                "webhooks of store {0} are disabled: its endpoint answered 410 Gone. What happens is kept until"
                        + " somebody enables it on the admin page Webhooks, or its webhook-url changes",
                endpoint.storeId());
    }

    private Next next(Delivery delivery, Attempt attempt) {
        if (attempt.isDelivered()) {
            return new Next.Delivered();
        }
        return RetrySchedule.pauseAfter(delivery.attemptsBefore() + 1, attempt, random)
                .map(pause -> (Next) new Next.Retry(clock.instant().plus(pause)))
                .orElseGet(Next.Parked::new);
    }
}
