/// What a store was told so far, and what became of it.
@NullMarked
package imtokenpay.webhook.told;

import org.jspecify.annotations.NullMarked;
