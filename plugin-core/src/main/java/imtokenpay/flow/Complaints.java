package imtokenpay.flow;

import java.lang.System.Logger;

/// Says trouble that comes again and again, such as a database that is away: all of it at first, then one
/// line a minute, and once that it is over. So an hour of it leaves sixty lines, not a million.
public interface Complaints {
    /// Complaints in that log.
    ///
    /// @param what what does not work and what comes of it, for a person
    static Complaints in(Logger log, String what) {
        return new LoggedComplaints(log, what, System::nanoTime);
    }

    /// Notes that it failed.
    void failed(Throwable why);

    /// Notes that it works.
    void well();
}
