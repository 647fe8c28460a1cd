package imtokenpay.chain.family;

import imtokenpay.money.ChainId;
import java.net.URI;
import java.util.Optional;

/// How to reach one node. Never printed as a whole: both the address and the key may let others in.
///
/// @param address of http or https, perhaps behind one of the family's dialects and a plus
/// @param key what the node's operator wants to see beside the address; what it means is the family's matter
public record NodeAccess(ChainId chain, URI address, Optional<String> key) {
    @Override
    public String toString() {
        return "NodeAccess[" + chain + "]";
    }
}
