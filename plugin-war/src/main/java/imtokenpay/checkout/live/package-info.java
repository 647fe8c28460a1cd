/// Where payments stand, for the pages that wait for a change: kept in memory, and told as soon as it is known.
@NullMarked
package imtokenpay.checkout.live;

import org.jspecify.annotations.NullMarked;
