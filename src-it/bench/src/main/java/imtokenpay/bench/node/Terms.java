package imtokenpay.bench.node;

/// What the node's provider lets its customers have.
///
/// @param latencyMillis how long every request waits before it is answered
/// @param blocksMax how many blocks one question for logs may span
/// @param logsMax how many logs one answer may hold
/// @param topicsMax how many values may stand at one position of a filter
/// @param failEvery every so manieth request is answered with HTTP 503; 0 for none
public record Terms(int latencyMillis, long blocksMax, int logsMax, int topicsMax, int failEvery, Tongue tongue) {
    /// Whose words it says no in.
    public enum Tongue {
        INFURA,
        ALCHEMY,
        QUICKNODE
    }

    /// As a node of one's own: at once, anything, a thousand topics as in geth.
    public static Terms free() {
        return new Terms(0, Long.MAX_VALUE, Integer.MAX_VALUE, 1_000, 0, Tongue.INFURA);
    }

    /// The same behind a slow line.
    public Terms withLatency(int millis) {
        return new Terms(millis, blocksMax, logsMax, topicsMax, failEvery, tongue);
    }

    /// The same with limits of a provider.
    public Terms withLimits(Tongue provider, long blocks, int logs) {
        return new Terms(latencyMillis, blocks, logs, topicsMax, failEvery, provider);
    }

    /// The same with so many values at one position of a filter.
    public Terms withTopics(int most) {
        return new Terms(latencyMillis, blocksMax, logsMax, most, failEvery, tongue);
    }

    /// The same with every so manieth request failing.
    public Terms failing(int every) {
        return new Terms(latencyMillis, blocksMax, logsMax, topicsMax, every, tongue);
    }
}
