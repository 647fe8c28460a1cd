package imtokenpay.bench.chain;

/// Names and times of blocks and transactions. A transaction's hash holds its place, so that nothing is stored.
final class Hashes {
    static final long TIME_START = 1_700_000_000L;
    static final int SECONDS_A_BLOCK = 12;
    private static final long BLOCK = 0xb10c;
    private static final long TRANSACTION = 0x7a;

    private final Forks forks;

    Hashes(Forks forks) {
        this.forks = forks;
    }

    /// Where a transaction stands.
    record Place(long height, int index) {}

    /// Writes the 64 digits of a block's hash.
    Ink block(Ink ink, long height) {
        var branch = forks.at(height);
        return ink.digits(Mix.of(BLOCK, height), 16)
                .digits(Mix.of(BLOCK + 1, height * 64 + branch), 16)
                .digits(Mix.of(BLOCK + 2, height), 16)
                .digits(branch, 8)
                .digits(height, 8);
    }

    /// Writes the 64 digits of a transaction's hash.
    static Ink transaction(Ink ink, long height, int index) {
        return ink.digits(Mix.of(TRANSACTION, height * 1_024 + index), 16)
                .digits(Mix.of(TRANSACTION + 1, height * 1_024 + index), 16)
                .digits(Mix.of(TRANSACTION + 2, height), 16)
                .digits(height, 8)
                .digits(index, 8);
    }

    /// Where the transaction of that hash stands, `0x` in front.
    static Place placeOf(String hash) {
        return new Place(Long.parseLong(hash, 50, 58, 16), Integer.parseInt(hash, 58, 66, 16));
    }
}
