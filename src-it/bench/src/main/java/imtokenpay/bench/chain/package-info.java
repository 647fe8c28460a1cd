/// Chains that are reckoned from numbers alone, so that the node needs no memory and both sides know the truth.
@NullMarked
package imtokenpay.bench.chain;

import org.jspecify.annotations.NullMarked;
