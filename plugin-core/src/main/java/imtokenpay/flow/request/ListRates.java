package imtokenpay.flow.request;

import imtokenpay.flow.UseCase;
import imtokenpay.money.Asset;
import imtokenpay.quote.RateSheet;
import imtokenpay.quote.live.SourceStanding;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;

/// Lists what the assets are worth that can be paid with right now.
@UseCase
public class ListRates {
    private final PaymentMethod method;
    private final RateSheet sheet;

    @Inject
    public ListRates(PaymentMethod method, RateSheet sheet) {
        this.method = method;
        this.sheet = sheet;
    }

    /// An asset in one currency.
    public record Rate(Asset asset, RateSheet.Line line) {}

    /// Every payable asset in every currency that it can be quoted for.
    public List<Rate> rates() {
        return method.payable().stream()
                .flatMap(accepted -> sheet.of(accepted.asset()).stream().map(line -> new Rate(accepted.asset(), line)))
                .toList();
    }

    /// An asset that cannot be quoted for a currency now.
    public record Unpriced(Asset asset, Currency currency) {}

    /// Every payable asset with each currency that it should be quoted for, but cannot be now.
    public List<Unpriced> unpriced() {
        return method.payable().stream()
                .flatMap(accepted -> sheet.missing(accepted.asset()).stream()
                        .map(currency -> new Unpriced(accepted.asset(), currency)))
                .toList();
    }

    /// How those do who are asked for prices; nobody where all rates are fixed.
    public List<SourceStanding> sources() {
        return sheet.standings();
    }
}
