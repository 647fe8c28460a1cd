package imtokenpay.checkout.qr;

/// The rules of ISO/IEC 18004:2015, 7.8.3.1, one module after the other.
final class SlowPenalty {
    private static final String CORNER = "1011101";

    private SlowPenalty() {}

    static int of(Modules modules) {
        var size = modules.size();
        var sum = 0;
        var dark = 0;
        for (var i = 0; i < size; i++) {
            var across = new StringBuilder();
            var down = new StringBuilder();
            for (var j = 0; j < size; j++) {
                across.append(modules.isDark(j, i) ? '1' : '0');
                down.append(modules.isDark(i, j) ? '1' : '0');
                dark += modules.isDark(j, i) ? 1 : 0;
                sum += i + 1 < size && j + 1 < size && isBlock(modules, j, i) ? 3 : 0;
            }
            sum += line(across.toString()) + line(down.toString());
        }
        return sum + 10 * (int) (Math.abs(100.0 * dark / (size * size) - 50) / 5);
    }

    private static boolean isBlock(Modules modules, int x, int y) {
        var first = modules.isDark(x, y);
        return modules.isDark(x + 1, y) == first
                && modules.isDark(x, y + 1) == first
                && modules.isDark(x + 1, y + 1) == first;
    }

    private static int line(String line) {
        var sum = 0;
        for (var run : line.split("(?<=0)(?=1)|(?<=1)(?=0)")) {
            sum += run.length() >= 5 ? run.length() - 2 : 0;
        }
        var wide = "0000" + line + "0000";
        for (var at = wide.indexOf(CORNER); at >= 0; at = wide.indexOf(CORNER, at + 1)) {
            var isAlone = wide.startsWith("0000", at - 4) || wide.startsWith("0000", at + CORNER.length());
            sum += isAlone ? 40 : 0;
        }
        return sum;
    }
}
