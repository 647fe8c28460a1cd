/// The way in: signed webhooks, verified before they are read and applied exactly once.
@NullMarked
package imtokenpay.storefront.receiver;

import org.jspecify.annotations.NullMarked;
