/// One payment: what happened to it, and why it stands where it stands.
@NullMarked
package imtokenpay.admin.payment;

import org.jspecify.annotations.NullMarked;
