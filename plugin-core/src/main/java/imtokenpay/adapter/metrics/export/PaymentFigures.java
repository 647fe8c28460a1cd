package imtokenpay.adapter.metrics.export;

import static imtokenpay.adapter.metrics.figure.Figure.API_REFUSALS;
import static imtokenpay.adapter.metrics.figure.Figure.PAYMENTS_ENDED;
import static imtokenpay.adapter.metrics.figure.Figure.PAYMENTS_OPENED;
import static imtokenpay.adapter.metrics.figure.Figure.PAYMENT_SETTLE;

import imtokenpay.adapter.metrics.figure.Exporter;
import imtokenpay.adapter.metrics.figure.Figures;
import imtokenpay.adapter.metrics.figure.Label;
import imtokenpay.flow.monitor.Ending;
import imtokenpay.flow.monitor.PaymentMonitor;
import imtokenpay.flow.start.Provision;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.Asset;
import imtokenpay.payment.Payment;
import imtokenpay.payment.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Counts what becomes of payments. An ending is told within its transaction and heard here only once that has
/// committed; one that was rolled back never happened.
@Dependent
public class PaymentFigures implements PaymentMonitor, Exporter {
    private static final List<Duration> SETTLE = Stream.of(
                    15, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200, 86_400)
            .map(Duration::ofSeconds)
            .toList();
    // Those that tell of the plugin's own trouble.
    private static final List<String> FOREKNOWN = List.of(
            Refusal.Reason.NO_RATE.code(),
            Refusal.Reason.NO_SLOT_FREE.code(),
            Refusal.Reason.CHAIN_NOT_WATCHED.code(),
            Refusal.Reason.ASSET_NOT_VERIFIED.code(),
            "internal_error");

    private final Figures figures;
    private final Provision provision;
    private final Event<Ended> endings;
    private final InstantSource clock;

    @Inject
    public PaymentFigures(Figures figures, Provision provision, Event<Ended> endings, InstantSource clock) {
        this.figures = figures;
        this.provision = provision;
        this.endings = endings;
        this.clock = clock;
    }

    /// An ending that counts if its transaction commits.
    ///
    /// @param after how long the payment was open
    public record Ended(Asset asset, Ending ending, Duration after) {}

    @Override
    public void register(Figures served) {
        provision.assets().stream().map(AcceptedAsset::asset).forEach(asset -> register(served, asset));
        FOREKNOWN.forEach(code -> served.begin(API_REFUSALS, code(code)));
    }

    private void register(Figures served, Asset asset) {
        var labels = Label.asset(asset);
        served.begin(PAYMENTS_OPENED, labels);
        for (var ending : Ending.values()) {
            served.begin(PAYMENTS_ENDED, ended(asset, ending));
        }
        served.spread(PAYMENT_SETTLE, labels, SETTLE);
    }

    @Override
    public void opened(Asset asset) {
        figures.count(PAYMENTS_OPENED, Label.asset(asset), 1);
    }

    @Override
    public void ended(Payment payment, Ending ending) {
        var open = Duration.between(payment.terms().openedAt(), clock.instant());
        var asset = payment.terms().due().asset();
        endings.fire(new Ended(asset, ending, open));
    }

    /// Counts an ending that was committed.
    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Ended ended) {
        figures.count(PAYMENTS_ENDED, ended(ended.asset(), ended.ending()), 1);
        if (ended.ending() == Ending.PAID) {
            figures.add(PAYMENT_SETTLE, Label.asset(ended.asset()), ended.after());
        }
    }

    @Override
    public void refused(String code) {
        figures.count(API_REFUSALS, code(code), 1);
    }

    private static List<Label> code(String code) {
        return List.of(new Label("code", code));
    }

    private static List<Label> ended(Asset asset, Ending ending) {
        var labels = new ArrayList<>(Label.asset(asset));
        labels.add(new Label("outcome", ending.outcome()));
        labels.add(new Label("reason", ending.reason()));
        return labels;
    }
}
