/// Hierarchical deterministic keys (BIP-32), the public half only and of no chain: from one key that a wallet shows,
/// a fresh public key for every payment. What address a public key has is the chain's matter.
@NullMarked
package imtokenpay.adapter.hd;

import org.jspecify.annotations.NullMarked;
