/// Refunds, and the transfers that paid them, as rows.
@NullMarked
package imtokenpay.adapter.jpa.refund;

import org.jspecify.annotations.NullMarked;
