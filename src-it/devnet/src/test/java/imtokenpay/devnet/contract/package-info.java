/// One contract for both chains: what a test sees on the simulated chain is what the real node does.
@NullMarked
package imtokenpay.devnet.contract;

import org.jspecify.annotations.NullMarked;
