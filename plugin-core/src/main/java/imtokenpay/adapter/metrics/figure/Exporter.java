package imtokenpay.adapter.metrics.figure;

/// Knows some figures.
public interface Exporter {
    /// Registers them when the plugin has started, and anew whenever something was set up. What can
    /// be counted begins with 0: who computes a rise sees nothing of the first one otherwise.
    void register(Figures figures);
}
