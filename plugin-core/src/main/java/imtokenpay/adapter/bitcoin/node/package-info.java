/// What we ask of a node; and the few calls of Bitcoin Core's JSON-RPC that we need for it, and how their
/// results are read. None needs a wallet, an index of transactions, or the right to change anything.
@NullMarked
package imtokenpay.adapter.bitcoin.node;

import org.jspecify.annotations.NullMarked;
