/// What goes wrong between us and a store for longer than a moment, so that a person looks at it.
@NullMarked
package imtokenpay.webhook.trouble;

import org.jspecify.annotations.NullMarked;
