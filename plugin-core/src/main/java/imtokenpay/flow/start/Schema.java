package imtokenpay.flow.start;

/// The shape of the store of all facts.
public interface Schema {
    /// Refuses a store that would lose facts.
    ///
    /// @throws IllegalStateException in words for the integrator if it would, or cannot be reached
    void check();

    /// Brings it to this version's shape, whatever version wrote it before.
    ///
    /// @throws IllegalStateException in words for the integrator if that is impossible
    void bringUpToDate();
}
