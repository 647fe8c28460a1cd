package imtokenpay.bench.chain;

/// Numbers that look random and are the same in every run (the finalizer of SplitMix64).
final class Mix {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private Mix() {}

    /// The number that belongs to both.
    static long of(long one, long other) {
        var mixed = one * STEP + other;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
