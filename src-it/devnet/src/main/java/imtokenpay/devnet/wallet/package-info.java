/// The dev wallet: does what imToken would do with our checkout page, and says no where imToken would. Play
/// money on a development chain only.
@NullMarked
package imtokenpay.devnet.wallet;

import org.jspecify.annotations.NullMarked;
