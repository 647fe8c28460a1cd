/// The events of a store, for a store that asks instead of being told.
@NullMarked
package imtokenpay.webhook.feed;

import org.jspecify.annotations.NullMarked;
