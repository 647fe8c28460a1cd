package imtokenpay.bench.chain;

/// An address in three numbers. Told apart by the first 64 bits, which no two of ours share.
///
/// @param first its first eight bytes
public record Key(long first, long second, int third) {
    private static final long ORDER = 0x07de5L;
    private static final long FOREIGN = 0xf0e16L;

    private static Key of(long kind, long number) {
        return new Key(Mix.of(kind, number), Mix.of(kind + 1, number), (int) Mix.of(kind + 2, number));
    }

    /// Where the order of that number is paid.
    public static Key ofOrder(long order) {
        return of(ORDER, order);
    }

    /// Somebody who has nothing to do with us.
    static Key ofForeigner(long number) {
        return of(FOREIGN, number);
    }

    /// Writes its 40 digits.
    Ink writeTo(Ink ink) {
        return ink.digits(first, 16).digits(second, 16).digits(third, 8);
    }

    /// Its 40 digits after `0x`.
    public String text() {
        return writeTo(new Ink().put("0x")).text();
    }
}
