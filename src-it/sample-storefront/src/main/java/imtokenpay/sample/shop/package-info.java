/// Paper & Ink, a small bookshop that knows nothing of imToken: books, orders and stock.
@NullMarked
package imtokenpay.sample.shop;

import org.jspecify.annotations.NullMarked;
