package imtokenpay.adapter.jpa.merchant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A person who may enter the admin screens.
@Entity
@Table(name = "shop_owner")
class OwnerRow {
    @Id
    String name = "";

    @Column(name = "password_hash")
    String passwordHash = "";

    @Column(name = "owner_since", insertable = false, updatable = false)
    @Nullable
    Instant since;
}
