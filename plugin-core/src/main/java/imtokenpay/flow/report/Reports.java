package imtokenpay.flow.report;

import imtokenpay.payment.books.TrialBalance;
import java.util.List;

/// The lines of reports, derived from the facts whenever they are asked for. Each page costs the same, whatever its
/// number.
public interface Reports {
    /// Fills in what a node of the version before has left out while it was replaced.
    void complete();

    /// Payments that were settled in that span, in the order of that.
    ///
    /// @param count 1 to 1,000
    List<Line.Settled> settled(Span span, Place after, int count);

    /// Money that came in that span and settled no order, in the order of its blocks.
    ///
    /// @param count 1 to 1,000
    List<Line.Loose> loose(Span span, Place after, int count);

    /// What stands settled of a span, by store, asset and currency; play money left out.
    List<Line.Sum> sums(Span span);

    /// Every account in every asset, as it stands now.
    List<TrialBalance> balances();
}
