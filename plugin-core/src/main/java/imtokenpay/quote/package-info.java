/// How much of an asset an order costs, and how an amount is made unique.
@NullMarked
package imtokenpay.quote;

import org.jspecify.annotations.NullMarked;
