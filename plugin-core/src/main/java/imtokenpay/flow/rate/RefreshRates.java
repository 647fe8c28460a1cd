package imtokenpay.flow.rate;

import imtokenpay.flow.Pass;
import imtokenpay.quote.live.RateBoard;
import imtokenpay.quote.live.RateSource;
import imtokenpay.quote.live.SourceFailed;
import jakarta.inject.Inject;

/// Asks a source of prices what it says now.
@Pass
public class RefreshRates {
    private final RateBoard board;

    @Inject
    public RefreshRates(RateBoard board) {
        this.board = board;
    }

    /// Asks once. A source that fails changes nothing but its record.
    public void refresh(RateSource source) {
        try {
            board.heard(source, source.ask());
        } catch (SourceFailed why) {
            board.failed(source, why);
        }
    }
}
