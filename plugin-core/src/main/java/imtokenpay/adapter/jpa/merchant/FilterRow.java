package imtokenpay.adapter.jpa.merchant;

import imtokenpay.flow.saved.SavedFilters.Saved;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/// A filter that a person has saved.
@Entity
@Table(name = "saved_filter")
@IdClass(FilterRow.Key.class)
class FilterRow {
    @Id
    String owner = "";

    @Id
    String name = "";

    String query = "";

    /// Of each person, one of each name.
    record Key(String owner, String name) implements Serializable {
        Key() {
            this("", "");
        }
    }

    Saved saved() {
        return new Saved(name, query);
    }
}
