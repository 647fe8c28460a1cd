package imtokenpay.adapter.evm;

import imtokenpay.money.ChainId;
import java.net.URI;
import java.util.Map;

/// A network that speaks Ethereum's JSON-RPC, and the node that we read it through.
///
/// @param rpc the node's JSON-RPC address; may hold a key, so it is never printed
/// @param headers what every request carries beside; may hold a key, so they are never printed
public record EvmNetwork(ChainId chain, URI rpc, Map<String, String> headers, Profile profile) {
    /// A network of Ethereum's kin.
    public EvmNetwork(ChainId chain, URI rpc) {
        this(chain, rpc, Map.of(), Profile.ethereum());
    }

    @Override
    public String toString() {
        return "EvmNetwork[" + chain + "]";
    }
}
