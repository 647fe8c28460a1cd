/// What three kinds of wallet read in the same code.
@NullMarked
package imtokenpay.devnet.wallet.scan;

import org.jspecify.annotations.NullMarked;
