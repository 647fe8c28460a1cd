package imtokenpay.checkout.qr;

import com.google.zxing.qrcode.encoder.ByteMatrix;

/// The modules of a code, a row as the bits of a long: bit 0 is the leftmost module, 1 is dark.
///
/// @param rows as many as there are bits in use; 21 to 53
record Modules(long[] rows) {
    /// Light modules on each side are looked at as well, and 53 + 2 * 4 bits still fit in a long: version 9, 230
    /// characters at level L.
    static final int SIZE_MAX = 53;

    /// Those of a matrix.
    static Modules of(ByteMatrix matrix) {
        var rows = new long[matrix.getHeight()];
        for (var y = 0; y < rows.length; y++) {
            var modules = matrix.getArray()[y];
            for (var x = 0; x < rows.length; x++) {
                rows[y] |= (long) modules[x] << x;
            }
        }
        return new Modules(rows);
    }

    /// Modules along one side.
    int size() {
        return rows.length;
    }

    /// Whether that module is dark.
    boolean isDark(int x, int y) {
        return (rows[y] >>> x & 1) == 1;
    }
}
