package imtokenpay.adapter.metrics.export;

import static imtokenpay.adapter.metrics.figure.Figure.WEBHOOK_ATTEMPTS;

import imtokenpay.adapter.metrics.figure.Exporter;
import imtokenpay.adapter.metrics.figure.Figures;
import imtokenpay.adapter.metrics.figure.Label;
import imtokenpay.flow.monitor.WebhookMonitor;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/// Counts attempts to tell a store.
@Dependent
public class WebhookFigures implements WebhookMonitor, Exporter {
    private static final String UNREACHABLE = "unreachable";

    private final Figures figures;

    @Inject
    public WebhookFigures(Figures figures) {
        this.figures = figures;
    }

    @Override
    public void register(Figures served) {
        Stream.of("2xx", "3xx", "4xx", "5xx", UNREACHABLE)
                .forEach(outcome -> served.begin(WEBHOOK_ATTEMPTS, labels(outcome)));
    }

    @Override
    public void attempted(Attempt attempt) {
        figures.count(WEBHOOK_ATTEMPTS, labels(outcome(attempt)), 1);
    }

    private static String outcome(Attempt attempt) {
        return switch (attempt.outcome()) {
            case Outcome.Answered answered -> hundreds(answered.status());
            case Outcome.AskedToWait asked -> hundreds(asked.status());
            case Outcome.Unreachable unreachable -> UNREACHABLE;
        };
    }

    // A store can answer with any number, and each would be a series of its own.
    private static String hundreds(int status) {
        return status >= 200 && status < 600 ? status / 100 + "xx" : "other";
    }

    private static List<Label> labels(String outcome) {
        return List.of(new Label("outcome", outcome));
    }
}
