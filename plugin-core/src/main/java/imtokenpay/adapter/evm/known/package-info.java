/// What everybody knows of networks that speak Ethereum's JSON-RPC. Exists so that their readers know none of it.
@NullMarked
package imtokenpay.adapter.evm.known;

import org.jspecify.annotations.NullMarked;
