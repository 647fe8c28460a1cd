/// The languages of the shopper's pages.
@NullMarked
package imtokenpay.checkout.words;

import org.jspecify.annotations.NullMarked;
