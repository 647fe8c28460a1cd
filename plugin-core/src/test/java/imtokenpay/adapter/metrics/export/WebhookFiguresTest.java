package imtokenpay.adapter.metrics.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.adapter.metrics.figure.HeardFigures;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What counts of attempts to tell a store.
class WebhookFiguresTest {
    private static final String NAME = "imtoken_pay_webhook_attempts_total{outcome=%s}";

    private final HeardFigures figures = new HeardFigures();
    private final WebhookFigures webhooks = new WebhookFigures(figures);

    @Test
    void a_store_cannot_make_up_outcomes() {
        webhooks.register(figures);
        for (var status : new int[] {200, 204, 302, 410, 500, 0, 99, 100, 600, 999, -1}) {
            attempted(new Outcome.Answered(status));
        }
        attempted(new Outcome.AskedToWait(503, Duration.ofMinutes(1)));
        attempted(new Outcome.Unreachable("no route to 10.0.0.1"));
        assertEquals(
                Map.of(
                        NAME.formatted("2xx"), 2L,
                        NAME.formatted("3xx"), 1L,
                        NAME.formatted("4xx"), 1L,
                        NAME.formatted("5xx"), 2L,
                        NAME.formatted("other"), 6L,
                        NAME.formatted("unreachable"), 1L),
                figures.counted());
    }

    private void attempted(Outcome outcome) {
        webhooks.attempted(new Attempt(Instant.EPOCH, outcome));
    }
}
