/// What listeners in the store can observe, beside the one bean that is called.
@NullMarked
package imtokenpay.storefront.event;

import org.jspecify.annotations.NullMarked;
