package imtokenpay.adapter.evm;

import imtokenpay.money.ChainId;
import java.net.URI;

/// An EVM network and the node that we read it through.
///
/// @param rpc the node's JSON-RPC address; may hold a key, so it is never printed
public record EvmNetwork(ChainId chain, URI rpc) {}
