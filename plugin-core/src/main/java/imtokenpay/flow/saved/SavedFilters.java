package imtokenpay.flow.saved;

import java.util.List;
import java.util.regex.Pattern;

/// The filters of the list of payments that people have saved, each for himself. People are known by their names,
/// without regard to case.
public interface SavedFilters {
    /// A filter.
    ///
    /// @param name what its owner calls it
    /// @param query as it stands in the page's address, such as `status=settled&from=2026-12-01`
    record Saved(String name, String query) {
        private static final int NAME_MAX = 64;
        private static final int QUERY_MAX = 1_000;
        private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}]+");

        /// @throws IllegalArgumentException in words if the name cannot be one, or there is nothing to save
        public Saved {
            if (name.isBlank()
                    || name.length() > NAME_MAX
                    || !NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("A filter needs a name of 1 to 64 printable characters.");
            }
            if (query.isEmpty() || query.length() > QUERY_MAX) {
                throw new IllegalArgumentException(
                        "There is no filter to save: choose a status, a store or a time first.");
            }
        }
    }

    /// What a person has saved, by name.
    List<Saved> of(String person);

    /// Waits until nobody else saves for that person, and lets nobody until the transaction ends.
    void lock(String person);

    /// Saves a filter.
    ///
    /// @return false when the person has one of that name already; nothing was changed then
    boolean add(String person, Saved filter);

    /// Deletes a filter.
    ///
    /// @return whether the person had one of that name
    boolean remove(String person, String name);
}
