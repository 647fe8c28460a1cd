/// What a shopper's page costs the server that it comes from, beside the smallest servlet there is.
@NullMarked
package imtokenpay.bench.visit;

import org.jspecify.annotations.NullMarked;
