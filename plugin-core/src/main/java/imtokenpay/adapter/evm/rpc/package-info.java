/// Speaks JSON-RPC with one node: sends calls, bounds what comes back, and reads it without building a tree. Exists so
/// that whoever reads a chain sees only answers that were understood.
@NullMarked
package imtokenpay.adapter.evm.rpc;

import org.jspecify.annotations.NullMarked;
