package imtokenpay.adapter.evm;

import imtokenpay.money.ChainId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// A network that speaks Ethereum's JSON-RPC, and the node that we read it through.
///
/// @param rpc the node's JSON-RPC address; may hold a key, so it is never printed
/// @param headers what every request carries beside; may hold a key, so they are never printed
/// @param genesis the hash that its block 0 must have; empty where that is not known
public record EvmNetwork(
        ChainId chain, URI rpc, Map<String, String> headers, Profile profile, Optional<String> genesis) {
    /// A network of Ethereum's kin.
    public EvmNetwork(ChainId chain, URI rpc) {
        this(chain, rpc, Map.of(), Profile.ethereum(), Optional.empty());
    }

    /// The same, whose block 0 must have that hash.
    public EvmNetwork beginningWith(Optional<String> hash) {
        return new EvmNetwork(chain, rpc, headers, profile, hash);
    }

    @Override
    public String toString() {
        return "EvmNetwork[" + chain + "]";
    }
}
