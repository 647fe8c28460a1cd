/// The life of a payment. Read PaymentLifecycle first: everything else feeds it or shows it.
@NullMarked
package imtokenpay.payment;

import org.jspecify.annotations.NullMarked;
