package imtokenpay.payment.list;

/// The payments of a store, page by page. The thousandth page costs as much as the first.
public interface PaymentList {
    /// The payments after a place in the cursor's order.
    ///
    /// @param count 1 to 100
    PaymentPage page(PaymentFilter filter, PaymentCursor after, int count);
}
