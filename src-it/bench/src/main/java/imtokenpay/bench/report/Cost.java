package imtokenpay.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// What a piece of work took.
///
/// @param cpuNanos of all threads of this process, garbage collector and compiler included
/// @param wallNanos on the clock; says little on a machine that others share
public record Cost(long cpuNanos, long wallNanos) {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /// The cost of a piece of work. What others left for the garbage collector is cleared away before.
    static Cost of(Runnable work) {
        System.gc();
        var cpu = SYSTEM.getProcessCpuTime();
        var wall = System.nanoTime();
        work.run();
        return new Cost(SYSTEM.getProcessCpuTime() - cpu, System.nanoTime() - wall);
    }
}
