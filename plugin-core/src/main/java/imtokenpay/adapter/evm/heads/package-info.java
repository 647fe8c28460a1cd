/// Is told of new blocks over a WebSocket (`eth_subscribe newHeads`), so that a look need not wait for its time.
/// Nothing that comes this way is ever recorded.
@NullMarked
package imtokenpay.adapter.evm.heads;

import org.jspecify.annotations.NullMarked;
