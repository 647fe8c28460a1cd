package imtokenpay.devnet.contract;

import imtokenpay.devnet.chain.DevChain;
import java.util.Optional;

/// Fails, and says what to install, where the real node is missing: a skipped test would hide that nobody
/// looked.
final class AnvilChainTest extends DevChainContract {
    @Override
    DevChain start() {
        return DevChain.anvil(0, Optional.empty());
    }
}
