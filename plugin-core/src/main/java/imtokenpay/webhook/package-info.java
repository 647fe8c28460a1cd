/// Telling the shop: events, signatures, deliveries and when to try again.
@NullMarked
package imtokenpay.webhook;

import org.jspecify.annotations.NullMarked;
