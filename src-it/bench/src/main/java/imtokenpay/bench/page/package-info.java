/// What the checkout page costs.
@NullMarked
package imtokenpay.bench.page;

import org.jspecify.annotations.NullMarked;
