package imtokenpay.flow.start;

/// The shape of the store of all facts.
public interface Schema {
    /// Brings it to this version's shape, whatever version wrote it before.
    ///
    /// @throws IllegalStateException in words for the integrator if that is impossible or dangerous
    void bringUpToDate();
}
