package imtokenpay.adapter.evm.coin;

import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.adapter.evm.rpc.RpcCall;
import java.util.List;

/// What a node says of the block that its chain begins with.
public sealed interface BlockZero {
    /// Its hash.
    record Shown(String hash) implements BlockZero {}

    /// Nodes may throw old blocks away.
    record ThrownAway() implements BlockZero {}

    /// The node refused to say.
    record Untold() implements BlockZero {}

    /// Asks for it.
    static RpcCall<BlockZero> call() {
        Walker<BlockZero> reader = slice -> slice.isAt('n')
                ? new ThrownAway()
                : new Shown(new HeaderReader().walk(slice).hash());
        return RpcCall.of("eth_getBlockByNumber", List.of("0x0", false), reader).orElse(new Untold());
    }
}
