/// Refunds: what the merchant gives back, and the code that he scans to pay it.
@NullMarked
package imtokenpay.admin.refund;

import org.jspecify.annotations.NullMarked;
