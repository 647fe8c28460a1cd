/// What a shopper keeps of a payment that is settled.
@NullMarked
package imtokenpay.payment.receipt;

import org.jspecify.annotations.NullMarked;
