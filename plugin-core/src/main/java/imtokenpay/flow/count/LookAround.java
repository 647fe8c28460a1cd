package imtokenpay.flow.count;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.monitor.ChainLags;
import imtokenpay.flow.request.ListRates;
import imtokenpay.flow.stock.Stock;
import imtokenpay.flow.stock.TakeStock;
import jakarta.inject.Inject;
import java.util.List;

/// Reads what stands now: what waits, and what does not work.
@UseCase
public class LookAround {
    private final TakeStock stock;
    private final ChainLags chains;
    private final ListRates rates;

    @Inject
    public LookAround(TakeStock stock, ChainLags chains, ListRates rates) {
        this.stock = stock;
        this.chains = chains;
        this.rates = rates;
    }

    /// What stands now.
    ///
    /// @param refunds those that the merchant can pay; at most [TakeStock#MOST] for each chain
    /// @param unpriced what has no price, so that nobody can ask for it
    public record Now(Stock stock, long refunds, List<ChainLags.Lag> chains, List<ListRates.Unpriced> unpriced) {}

    /// Looks.
    public Now look() {
        return new Now(stock.take(), stock.refunds(), chains.lags(), rates.unpriced());
    }
}
