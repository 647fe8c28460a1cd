/// What live prices are worth believing: who says what, for how long that is good, and when enough of them agree. Knows
/// no network, so that every rule about a price can be tried in a plain JVM.
@NullMarked
package imtokenpay.quote.live;

import org.jspecify.annotations.NullMarked;
