package imtokenpay.adapter.evm.rpc;

import imtokenpay.chain.watch.ChainUnavailable;
import java.util.OptionalLong;

/// The node would perhaps have answered, had we asked for less at once. Still no evidence of anything.
public final class Refused extends ChainUnavailable {
    private static final long serialVersionUID = 1L;

    private final long blocksNamed;

    Refused(String message, OptionalLong blocksNamed) {
        super(Reason.LIMIT, message);
        this.blocksNamed = blocksNamed.orElse(0);
    }

    Refused(Reason reason, String message) {
        super(reason, message);
        this.blocksNamed = 0;
    }

    Refused(Reason reason, String message, Throwable cause) {
        super(reason, message, cause);
        this.blocksNamed = 0;
    }

    /// How many blocks the node said would be right; empty if it did not say.
    public OptionalLong blocksNamed() {
        return blocksNamed > 0 ? OptionalLong.of(blocksNamed) : OptionalLong.empty();
    }
}
