package imtokenpay.demo;

import java.io.PrintStream;
import java.util.Locale;

/// Tells a waiting person what happens, with the seconds since the start.
public final class Progress {
    private final PrintStream out;
    private final long start;

    /// `startedMillis` is the epoch time at which the person pressed Enter.
    public Progress(PrintStream out, long startedMillis) {
        this.out = out;
        this.start = startedMillis;
    }

    public void say(String line) {
        out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), line);
        out.flush();
    }

    public double seconds() {
        return (System.currentTimeMillis() - start) / 1000.0;
    }
}
