/// What a Jakarta storefront sees of imToken Pay: one interface to implement, [StorefrontOrders], and one bean
/// to call, [ImtokenPay]. Everything below this package is the adapter's own affair.
@NullMarked
package imtokenpay.storefront;

import org.jspecify.annotations.NullMarked;
