package imtokenpay.flow.report;

import java.util.List;

/// The money that went back, derived from the facts whenever it is asked for.
public interface RefundReport {
    /// Money that went back in that span, in the order of its blocks.
    ///
    /// @param count 1 to 1,000
    List<Line.Refunded> refunded(Span span, Place after, int count);
}
