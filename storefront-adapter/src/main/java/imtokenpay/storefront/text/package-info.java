/// What shoppers read of the adapter, in their own language.
@NullMarked
package imtokenpay.storefront.text;

import org.jspecify.annotations.NullMarked;
