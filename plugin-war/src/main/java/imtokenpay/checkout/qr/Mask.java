package imtokenpay.checkout.qr;

import com.google.zxing.qrcode.decoder.Version;
import java.util.Arrays;

/// The eight masks of ISO/IEC 18004:2015, 7.8.2, and what each makes of a code. A code is encoded once, with mask 0;
/// every other is a matter of some exclusive ors on whole rows.
final class Mask {
    /// How many masks there are.
    static final int COUNT = 8;

    // All masks repeat after so many rows and columns.
    private static final int PERIOD = 12;
    private static final int FORMAT_BITS = 15;
    // Of the format's generator polynomial and its own mask (7.9.1).
    private static final int GENERATOR = 0x537;
    private static final int FORMAT_MASK = 0x5412;
    private static final int LEVEL_L = 0b01;
    private static final int TIMING = 6;
    private static final int CORNER = 8;
    private static final int VERSION_SHOWN_FROM = 7;
    private static final int VERSION_LENGTH = 3;

    private static final long[][] ROWS = rows();

    // Where the masks apply, by version.
    private static final long[][] AREAS = new long[(Modules.SIZE_MAX - 17) / 4 + 1][];

    static {
        for (var version = 1; version < AREAS.length; version++) {
            AREAS[version] = area(Version.getVersionForNumber(version));
        }
    }

    private Mask() {}

    /// The same code of level L with another mask.
    ///
    /// @param plain with mask 0
    static Modules with(Modules plain, int mask) {
        var size = plain.size();
        var area = AREAS[(size - 17) / 4];
        var rows = new long[size];
        for (var y = 0; y < size; y++) {
            rows[y] = plain.rows()[y] ^ (ROWS[0][y % PERIOD] ^ ROWS[mask][y % PERIOD]) & area[y];
        }
        writeFormat(rows, mask);
        return new Modules(rows);
    }

    // Twice: around the upper left corner, and split between the two others (7.9.1, figure 25).
    private static void writeFormat(long[] rows, int mask) {
        var format = format(mask);
        var last = rows.length - 1;
        for (var i = 0; i < FORMAT_BITS; i++) {
            var bit = format >>> i & 1;
            if (i < CORNER) {
                set(rows, CORNER, i < TIMING ? i : i + 1, bit);
                set(rows, last - i, CORNER, bit);
            } else {
                set(rows, i == CORNER ? 7 : FORMAT_BITS - 1 - i, CORNER, bit);
                set(rows, CORNER, last - (FORMAT_BITS - 1 - i), bit);
            }
        }
    }

    private static void set(long[] rows, int x, int y, long bit) {
        rows[y] = rows[y] & ~(1L << x) | bit << x;
    }

    private static long format(int mask) {
        var data = LEVEL_L << 3 | mask;
        var rest = data << 10;
        for (var bit = FORMAT_BITS - 1; bit >= 10; bit--) {
            rest ^= (rest >>> bit & 1) * (GENERATOR << bit - 10);
        }
        return (data << 10 | rest) ^ FORMAT_MASK;
    }

    private static long[] area(Version version) {
        var size = version.getDimensionForVersion();
        var rows = new long[size];
        Arrays.fill(rows, (1L << size) - 1);
        // The three corners with the format beside them, and the two timing lines.
        clear(rows, 0, 0, CORNER + 1, CORNER + 1);
        clear(rows, size - CORNER, 0, CORNER, CORNER + 1);
        clear(rows, 0, size - CORNER, CORNER + 1, CORNER);
        clear(rows, TIMING, 0, 1, size);
        clear(rows, 0, TIMING, size, 1);
        if (version.getVersionNumber() >= VERSION_SHOWN_FROM) {
            clear(rows, size - CORNER - VERSION_LENGTH, 0, VERSION_LENGTH, TIMING);
            clear(rows, 0, size - CORNER - VERSION_LENGTH, TIMING, VERSION_LENGTH);
        }
        for (var x : version.getAlignmentPatternCenters()) {
            for (var y : version.getAlignmentPatternCenters()) {
                var isCorner = x == TIMING && (y == TIMING || y == size - 7) || x == size - 7 && y == TIMING;
                if (!isCorner) {
                    clear(rows, x - 2, y - 2, 5, 5);
                }
            }
        }
        return rows;
    }

    private static void clear(long[] rows, int left, int top, int width, int height) {
        for (var y = top; y < top + height; y++) {
            rows[y] &= ~((1L << width) - 1 << left);
        }
    }

    private static long[][] rows() {
        var rows = new long[COUNT][PERIOD];
        for (var mask = 0; mask < COUNT; mask++) {
            for (var y = 0; y < PERIOD; y++) {
                for (var x = 0; x < Modules.SIZE_MAX; x++) {
                    rows[mask][y] |= isFlipped(mask, x, y) ? 1L << x : 0;
                }
            }
        }
        return rows;
    }

    private static boolean isFlipped(int mask, int x, int y) {
        return switch (mask) {
            case 0 -> (y + x) % 2 == 0;
            case 1 -> y % 2 == 0;
            case 2 -> x % 3 == 0;
            case 3 -> (y + x) % 3 == 0;
            case 4 -> (y / 2 + x / 3) % 2 == 0;
            case 5 -> y * x % 2 + y * x % 3 == 0;
            case 6 -> (y * x % 2 + y * x % 3) % 2 == 0;
            default -> ((y + x) % 2 + y * x % 3) % 2 == 0;
        };
    }
}
