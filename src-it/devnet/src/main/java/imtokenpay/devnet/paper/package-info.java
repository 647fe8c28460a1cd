/// A simulated chain inside this JVM, served as JSON-RPC over HTTP. Exists so that demo and tests run on a
/// computer where no Ethereum node can be had; one contract test holds it to what the real node does.
@NullMarked
package imtokenpay.devnet.paper;

import org.jspecify.annotations.NullMarked;
