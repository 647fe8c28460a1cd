package imtokenpay.devnet.wallet.scan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Paints the one kind of SVG our checkout draws: a path of horizontal strokes, each a run of dark modules one
/// unit high around the current line. Anything else is refused rather than half painted.
final class QrPath {
    private static final int SCALE = 8;
    private static final int SIDE_MAX = 200;
    private static final int WHITE = 0xFFFFFF;
    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern VIEW_BOX = Pattern.compile("viewBox\\s*=\\s*[\"']0 0 ([0-9]{1,4}) ([0-9]{1,4})[\"']");
    private static final Pattern PATH = Pattern.compile("<path\\b[^>]*?\\sd\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Pattern STEP =
            Pattern.compile("\\s*(?:([Mm])\\s*" + NUMBER + "[\\s,]*" + NUMBER + "|([Hh])\\s*" + NUMBER + ")\\s*");

    private final int modules;
    private final int[] pixels;
    private BigDecimal x = BigDecimal.ZERO;
    private BigDecimal y = BigDecimal.ZERO;

    private QrPath(int modules) {
        this.modules = modules;
        this.pixels = new int[modules * SCALE * modules * SCALE];
        Arrays.fill(pixels, WHITE);
    }

    /// A square picture, row by row.
    record Raster(int side, int[] pixels) {}

    static Optional<Raster> rasterise(String svg) {
        Matcher box = VIEW_BOX.matcher(svg);
        Matcher path = PATH.matcher(svg);
        if (!box.find() || !path.find() || !box.group(1).equals(box.group(2))) {
            return Optional.empty();
        }
        int modules = Integer.parseInt(box.group(1));
        if (modules < 1 || modules > SIDE_MAX) {
            return Optional.empty();
        }
        QrPath picture = new QrPath(modules);
        return picture.paint(path.group(1))
                ? Optional.of(new Raster(modules * SCALE, picture.pixels))
                : Optional.empty();
    }

    private boolean paint(String path) {
        Matcher step = STEP.matcher(path);
        int at = 0;
        while (at < path.length()) {
            step.region(at, path.length());
            if (!step.lookingAt() || !take(step)) {
                return false;
            }
            at = step.end();
        }
        return true;
    }

    private boolean take(Matcher step) {
        if (step.group(4) != null) {
            BigDecimal to = new BigDecimal(step.group(5));
            return stroke(step.group(4).equals("h") ? x.add(to) : to);
        }
        boolean relative = step.group(1).equals("m");
        BigDecimal first = new BigDecimal(step.group(2));
        BigDecimal second = new BigDecimal(step.group(3));
        x = relative ? x.add(first) : first;
        y = relative ? y.add(second) : second;
        return true;
    }

    private boolean stroke(BigDecimal end) {
        int row = whole(y);
        int from = whole(x.min(end));
        int to = whole(x.max(end));
        x = end;
        if (row < 0 || row >= modules || from < 0 || to > modules) {
            return false;
        }
        int side = modules * SCALE;
        for (int line = row * SCALE; line < (row + 1) * SCALE; line++) {
            Arrays.fill(pixels, line * side + from * SCALE, line * side + to * SCALE, 0);
        }
        return true;
    }

    private static int whole(BigDecimal number) {
        return number.setScale(0, RoundingMode.FLOOR).intValue();
    }
}
