/// Money goes back: recorded by the merchant, addressed by the shopper, paid from the merchant's own wallet, and seen
/// on the chain.
@NullMarked
package imtokenpay.flow.refund;

import org.jspecify.annotations.NullMarked;
