package imtokenpay.flow.notice;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.monitor.ChainLags;
import imtokenpay.flow.monitor.ChainLags.Lag;
import imtokenpay.flow.stock.Stock;
import imtokenpay.flow.stock.TakeStock;
import imtokenpay.payment.PaymentStatus;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;

/// Looks for what waits for a person or does not work, by what the dashboard and the health checks count, and has it
/// told.
@UseCase
public class LookForTrouble {
    private final TakeStock stock;
    private final ChainLags chains;
    private final KeepNotices notices;

    @Inject
    public LookForTrouble(TakeStock stock, ChainLags chains, KeepNotices notices) {
        this.stock = stock;
        this.chains = chains;
        this.notices = notices;
    }

    /// Looks.
    public void look() {
        tell(stock.take(), chains.lags(), notices);
    }

    /// Has told what there is more of than before.
    static void tell(Stock now, List<Lag> lags, KeepNotices notices) {
        var unresolved = now.payments().getOrDefault(PaymentStatus.UNRESOLVED, 0L);
        var reversed = now.payments().getOrDefault(PaymentStatus.REVERSED, 0L);
        notices.tellOfMore(
                Topic.PERSON_NEEDED,
                unresolved + reversed + now.unmatched(),
                "Somebody must decide. Unresolved payments: " + unresolved + ". Reversed payments: " + reversed
                        + ". Money that matches no payment: " + now.unmatched() + ".");
        var telling = now.telling();
        notices.tellOfMore(
                Topic.STORE_NOT_TOLD,
                telling.parked() + telling.disabled(),
                "Events that were given up: " + telling.parked() + ". Endpoints that want no more (410 Gone): "
                        + telling.disabled() + ". Stores do not learn by webhook of what is paid.");
        chains(lags, notices);
    }

    private static void chains(List<Lag> lags, KeepNotices notices) {
        var stalled = lags.stream().filter(Lag::isStalled).toList();
        var names = stalled.stream()
                .map(lag -> lag.chain().text() + " (for " + lag.sinceCaughtUp().toSeconds() + " s, " + lag.blocks()
                        + " blocks behind)")
                .collect(Collectors.joining(", "));
        notices.tellOfMore(
                Topic.CHAIN_STALLED,
                stalled.size(),
                "Not read as far as they go: " + names
                        + ". Payments there are not seen, and none expires, until that is"
                        + " over. Most often a node is down.");
    }
}
