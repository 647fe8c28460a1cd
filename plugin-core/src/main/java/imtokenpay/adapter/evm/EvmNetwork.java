package imtokenpay.adapter.evm;

import imtokenpay.money.ChainId;
import java.net.URI;
import java.time.Duration;

/// An EVM network and the node that we read it through.
///
/// @param rpc the node's JSON-RPC address; may hold a key, so it is never printed
public record EvmNetwork(ChainId chain, URI rpc, Pace pace) {

    /// How the network's blocks come.
    ///
    /// @param blockDelay how long after the time written in it a block may still show up at the node
    /// @param headAgeMax how much older than now the newest block may be before time stands still for deadlines
    public record Pace(Duration blockDelay, Duration headAgeMax) {}
}
