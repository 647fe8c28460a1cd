/// The way out: asks the plugin for payments over HTTP and never leaves a payment that the ledger does not know.
@NullMarked
package imtokenpay.storefront.client;

import org.jspecify.annotations.NullMarked;
