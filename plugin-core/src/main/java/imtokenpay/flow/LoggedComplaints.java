package imtokenpay.flow;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Complains in the log.
final class LoggedComplaints implements Complaints {
    private static final long EVERY = Duration.ofMinutes(1).toNanos();

    private final Logger log;
    private final String what;
    private final LongSupplier nanos;
    private long times;
    private long said;

    LoggedComplaints(Logger log, String what, LongSupplier nanos) {
        this.log = log;
        this.what = what;
        this.nanos = nanos;
    }

    @Override
    public synchronized void failed(Throwable why) {
        var now = nanos.getAsLong();
        if (times == 0) {
            log.log(Level.ERROR, what, why);
            said = now;
        } else if (now - said >= EVERY) {
            log.log(Level.ERROR, "{0}; failed {1} times so far. {2}", what, String.valueOf(times + 1), reason(why));
            said = now;
        }
        times++;
    }

    @Override
    public synchronized void well() {
        if (times > 0) {
            log.log(Level.INFO, "{0}: over after {1} failures", what, String.valueOf(times));
            times = 0;
        }
    }

    private static String reason(Throwable why) {
        var cause = why;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
