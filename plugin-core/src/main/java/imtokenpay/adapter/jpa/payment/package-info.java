/// Payments, their transfers and the keys of the calls that made them, as rows.
@NullMarked
package imtokenpay.adapter.jpa.payment;

import org.jspecify.annotations.NullMarked;
