/// The simulated chain's wire: JSON-RPC methods, their parameters, and answers in the shapes of the real node.
@NullMarked
package imtokenpay.devnet.paper.rpc;

import org.jspecify.annotations.NullMarked;
