/// What the shopper sees: one page that works with nothing but HTML, and a QR code in it.
@NullMarked
package imtokenpay.checkout;

import org.jspecify.annotations.NullMarked;
