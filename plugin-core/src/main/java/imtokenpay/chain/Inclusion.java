package imtokenpay.chain;

/// Where a transfer is, as far as the chain told us.
public sealed interface Inclusion {
    /// In a block of the chain that we follow.
    record Included(BlockRef block) implements Inclusion {}

    /// Was in a block once and is gone: left behind by a reorg. The fact is kept, its weight is zero.
    record Gone() implements Inclusion {}
}
