/// The same money seen twice, as bookkeepers do: where it came in, and what it is for. Nothing is kept for it.
@NullMarked
package imtokenpay.payment.books;

import org.jspecify.annotations.NullMarked;
