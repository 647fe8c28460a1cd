package imtokenpay.merchant.setting;

import java.util.Map;

/// The settings that admins have made. They have the names of the integrator's configuration, which
/// stands above them.
public interface KeptSettings {
    /// All of them, as they are now.
    ///
    /// @param version counts changes; 0 before the first
    record Kept(long version, Map<String, String> texts) {
        public Kept {
            texts = Map.copyOf(texts);
        }
    }

    /// Counts changes; 0 before the first.
    long version();

    /// All of them.
    ///
    /// @throws IllegalStateException in words for the integrator if they were sealed with a key that
    /// is not here, or
    /// somebody has tampered with them
    Kept all();

    /// All of them, for a change: nobody else can change them until the transaction ends.
    ///
    /// @throws IllegalStateException as above
    Kept locked();

    /// Keeps these instead of what was locked.
    ///
    /// @return the new version
    /// @throws IllegalStateException in words for the integrator if there is no key to seal them with
    long keep(Map<String, String> texts);
}
