/// Reads Bitcoin through the JSON-RPC of a node that needs no wallet and no index: whole blocks, and nothing
/// that the node says of them that their own hashes do not prove.
@NullMarked
package imtokenpay.adapter.bitcoin;

import org.jspecify.annotations.NullMarked;
