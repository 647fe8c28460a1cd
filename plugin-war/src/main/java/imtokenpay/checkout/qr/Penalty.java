package imtokenpay.checkout.qr;

/// How hard a code is to scan, by the four rules of ISO/IEC 18004:2015, 7.8.3.1. All modules of a row are judged at
/// once, each by a bit of its own.
final class Penalty {
    private static final int BLOCK = 3;
    private static final int LIKE_A_CORNER = 40;
    private static final int UNEVEN = 10;
    private static final int QUIET = 4;

    private Penalty() {}

    /// The less the better.
    static int of(Modules modules) {
        var rows = modules.rows();
        return runsAcross(rows) + runsDown(rows) + blocks(rows) + corners(rows) + unevenness(rows);
    }

    // A run of n >= 5 equal modules costs n - 2: one for each five in a row that it holds, and two.
    private static int runsAcross(long[] rows) {
        var sum = 0;
        var last = (1L << rows.length - 1) - 1;
        for (var row : rows) {
            var same = ~(row ^ row >>> 1) & last;
            var five = same & same >>> 1 & same >>> 2 & same >>> 3;
            sum += Long.bitCount(five) + 2 * Long.bitCount(five & ~(five << 1));
        }
        return sum;
    }

    private static int runsDown(long[] rows) {
        var sum = 0;
        var all = (1L << rows.length) - 1;
        var before = 0L;
        for (var y = 0; y + 4 < rows.length; y++) {
            var dark = rows[y] & rows[y + 1] & rows[y + 2] & rows[y + 3] & rows[y + 4];
            var light = ~(rows[y] | rows[y + 1] | rows[y + 2] | rows[y + 3] | rows[y + 4]) & all;
            var five = dark | light;
            sum += Long.bitCount(five) + 2 * Long.bitCount(five & ~before);
            before = five;
        }
        return sum;
    }

    private static int blocks(long[] rows) {
        var sum = 0;
        var last = (1L << rows.length - 1) - 1;
        for (var y = 0; y + 1 < rows.length; y++) {
            var upper = rows[y];
            var lower = rows[y + 1];
            sum += Long.bitCount(~(upper ^ upper >>> 1) & ~(lower ^ lower >>> 1) & ~(upper ^ lower) & last);
        }
        return BLOCK * sum;
    }

    // Dark 1, light 1, dark 3, light 1, dark 1 with four light ones before or after, as a corner has it.
    private static int corners(long[] rows) {
        var sum = 0;
        for (var row : rows) {
            var wide = row << QUIET;
            var core = wide & ~(wide >>> 1) & wide >>> 2 & wide >>> 3 & wide >>> 4 & ~(wide >>> 5) & wide >>> 6;
            var before = ~(wide << 1 | wide << 2 | wide << 3 | wide << 4);
            var after = ~(wide >>> 7 | wide >>> 8 | wide >>> 9 | wide >>> 10);
            sum += Long.bitCount(core & (before | after));
        }
        var tall = new long[rows.length + 2 * QUIET];
        System.arraycopy(rows, 0, tall, QUIET, rows.length);
        for (var y = QUIET; y + 6 < tall.length - QUIET; y++) {
            var core = tall[y] & ~tall[y + 1] & tall[y + 2] & tall[y + 3] & tall[y + 4] & ~tall[y + 5] & tall[y + 6];
            var before = ~(tall[y - 1] | tall[y - 2] | tall[y - 3] | tall[y - 4]);
            var after = ~(tall[y + 7] | tall[y + 8] | tall[y + 9] | tall[y + 10]);
            sum += Long.bitCount(core & (before | after));
        }
        return LIKE_A_CORNER * sum;
    }

    // Ten for every twentieth that the dark ones are away from a half.
    private static int unevenness(long[] rows) {
        var dark = 0;
        for (var row : rows) {
            dark += Long.bitCount(row);
        }
        var total = rows.length * rows.length;
        return UNEVEN * (Math.abs(2 * dark - total) * 10 / total);
    }
}
