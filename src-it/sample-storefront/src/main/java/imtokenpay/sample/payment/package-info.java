/// All that the shop adds to be paid with imToken.
@NullMarked
package imtokenpay.sample.payment;

import org.jspecify.annotations.NullMarked;
