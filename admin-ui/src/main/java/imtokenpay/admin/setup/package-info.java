/// Where a shop admin sets the payment method up: networks, assets, stores, and an order to try it out.
@NullMarked
package imtokenpay.admin.setup;

import org.jspecify.annotations.NullMarked;
