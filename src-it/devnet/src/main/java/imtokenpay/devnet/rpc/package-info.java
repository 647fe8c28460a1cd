/// One small JSON-RPC client over `java.net.http`, so that tests and the dev wallet speak to a chain exactly as
/// a wallet would, without the transports of the wallet library.
@NullMarked
package imtokenpay.devnet.rpc;

import org.jspecify.annotations.NullMarked;
