package imtokenpay.adapter.jpa.setting;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A setting, sealed.
@Entity
@Table(name = "kept_setting")
class SettingRow {
    @Id
    String name = "";

    String sealed = "";
}
