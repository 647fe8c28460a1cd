package imtokenpay.adapter.jpa.setting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// How often settings were changed: one row, which the schema brings along.
@Entity
@Table(name = "setting_version")
class VersionRow {
    static final int ONLY = 1;

    @Id
    int id = ONLY;

    long version;
}
