/// The dev wallet against pages and codes, right and wrong ones, on the simulated chain.
@NullMarked
package imtokenpay.devnet.wallet;

import org.jspecify.annotations.NullMarked;
