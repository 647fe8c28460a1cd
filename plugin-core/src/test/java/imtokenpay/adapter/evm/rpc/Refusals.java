package imtokenpay.adapter.evm.rpc;

import java.util.OptionalLong;

/// What a node says when it was asked for too much.
public final class Refusals {
    private Refusals() {}

    public static Refused unnamed() {
        return new Refused("too much", OptionalLong.empty());
    }

    public static Refused naming(long blocks) {
        return new Refused("too much", OptionalLong.of(blocks));
    }
}
