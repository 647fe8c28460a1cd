package imtokenpay.flow.show;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.flow.UseCase;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Payments;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Finds out which of many payments go differently than when they were last shown. One question for all of them, and
/// one
/// for each chain; only what changed is read whole.
@UseCase
public class ShowProgress {
    private final Payments payments;
    private final ChainCursors cursors;
    private final ShowPayment show;

    @Inject
    public ShowProgress(Payments payments, ChainCursors cursors, ShowPayment show) {
        this.payments = payments;
        this.cursors = cursors;
        this.show = show;
    }

    /// Those that changed: a new event, or a new block while confirmations are counted.
    ///
    /// @param shown as they were shown last; at most 1,000
    /// @param thoroughly whether all that count confirmations are read: a reorg may end where the last look ended
    public List<Snapshot> changed(Collection<Snapshot> shown, boolean thoroughly) {
        var sequences = payments.sequences(
                shown.stream().map(snapshot -> snapshot.payment().id()).toList());
        var views = shown.stream()
                .filter(ShowProgress::isCounting)
                .map(snapshot -> snapshot.view().chain())
                .distinct()
                .flatMap(chain -> cursors.view(chain).stream())
                .collect(Collectors.toMap(ChainView::chain, Function.identity()));
        Predicate<Snapshot> hasNewEvent =
                snapshot -> sequences.getOrDefault(snapshot.payment().id(), -1L)
                        != snapshot.payment().sequence();
        Predicate<Snapshot> hasNewBlock = snapshot -> isCounting(snapshot)
                && (thoroughly
                        || !snapshot.view().equals(views.get(snapshot.view().chain())));
        return shown.stream()
                .filter(hasNewEvent.or(hasNewBlock))
                .map(snapshot -> byId(snapshot.payment().id()))
                .flatMap(Optional::stream)
                .toList();
    }

    /// One payment, if there is such a one.
    public Optional<Snapshot> byId(PaymentId id) {
        return show.byId(id);
    }

    // Whether money has come and more is to be seen of it.
    private static boolean isCounting(Snapshot snapshot) {
        return snapshot.payment().status().isOpen()
                && !snapshot.tally().received().isZero();
    }
}
