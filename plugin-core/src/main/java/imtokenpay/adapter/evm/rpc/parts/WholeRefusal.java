package imtokenpay.adapter.evm.rpc.parts;

import imtokenpay.chain.watch.ChainUnavailable;

/// The node refused a request as a whole, and none of the calls in it: perhaps they were too many.
public final class WholeRefusal extends ChainUnavailable {
    private static final long serialVersionUID = 1L;

    private final ChainUnavailable why;

    public WholeRefusal(ChainUnavailable why) {
        super(why.reason(), String.valueOf(why.getMessage()), why);
        this.why = why;
    }

    ChainUnavailable why() {
        return why;
    }
}
