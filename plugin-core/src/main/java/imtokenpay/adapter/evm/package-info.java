/// Reads Ethereum and its kin through a node's JSON-RPC. Knows nothing of payments: it only tells what the
/// chain shows.
@NullMarked
package imtokenpay.adapter.evm;

import org.jspecify.annotations.NullMarked;
