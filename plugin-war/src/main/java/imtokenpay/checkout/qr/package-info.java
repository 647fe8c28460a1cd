/// QR codes that stand in the page itself: encoded by ZXing, with a mask that is chosen in a fixed, small time.
@NullMarked
package imtokenpay.checkout.qr;

import org.jspecify.annotations.NullMarked;
