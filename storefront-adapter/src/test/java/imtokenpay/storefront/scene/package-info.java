/// What the tests play with: a database, a store and a plugin that are small but real.
@NullMarked
package imtokenpay.storefront.scene;

import org.jspecify.annotations.NullMarked;
