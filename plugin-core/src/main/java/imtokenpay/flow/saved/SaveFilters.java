package imtokenpay.flow.saved;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.saved.SavedFilters.Saved;
import jakarta.inject.Inject;
import java.util.List;

/// A person saves filters of the list of payments for himself. Nobody else sees them.
@UseCase
public class SaveFilters {
    /// The most that a person can have.
    public static final int FILTERS_MAX = 20;

    private final SavedFilters filters;

    @Inject
    public SaveFilters(SavedFilters filters) {
        this.filters = filters;
    }

    /// What that person has saved, by name.
    public List<Saved> of(String person) {
        return filters.of(person);
    }

    /// Saves a filter.
    ///
    /// @throws IllegalArgumentException in words for the person if he has one of that name, or too many
    public void save(String person, Saved filter) {
        filters.lock(person);
        if (filters.of(person).size() >= FILTERS_MAX) {
            throw new IllegalArgumentException("You have " + FILTERS_MAX
                    + " saved filters, and there can be no more. Delete one that you no longer need first.");
        }
        if (!filters.add(person, filter)) {
            throw new IllegalArgumentException(
                    "You have a filter of that name already. Choose another name, or delete the old one first.");
        }
    }

    /// Deletes a filter.
    ///
    /// @return whether that person had one of that name
    public boolean delete(String person, String name) {
        return filters.remove(person, name);
    }
}
