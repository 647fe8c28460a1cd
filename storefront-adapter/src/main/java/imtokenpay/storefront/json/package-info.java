/// The JSON of the contract with the plugin, read in one place for answers and for webhooks.
@NullMarked
package imtokenpay.storefront.json;

import org.jspecify.annotations.NullMarked;
