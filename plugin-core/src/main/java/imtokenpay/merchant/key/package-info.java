/// The keys that storefronts call with: what each may do, from where, and since when.
@NullMarked
package imtokenpay.merchant.key;

import org.jspecify.annotations.NullMarked;
