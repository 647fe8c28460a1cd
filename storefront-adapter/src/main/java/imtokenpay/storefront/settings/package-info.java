/// What the store has configured, checked once, with a sentence for everything that is wrong.
@NullMarked
package imtokenpay.storefront.settings;

import org.jspecify.annotations.NullMarked;
