/// The payments of a store, page by page, for a store that wants to look through them.
@NullMarked
package imtokenpay.payment.list;

import org.jspecify.annotations.NullMarked;
