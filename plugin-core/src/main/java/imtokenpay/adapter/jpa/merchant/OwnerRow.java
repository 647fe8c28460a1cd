package imtokenpay.adapter.jpa.merchant;

import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A person who may enter the admin screens.
@Entity
@Table(name = "shop_owner")
class OwnerRow {
    @Id
    String name = "";

    @Column(name = "password_hash")
    String passwordHash = "";

    String role = "";

    @Column(name = "owner_since", insertable = false, updatable = false)
    @Nullable
    Instant since;

    // A word that this version does not know lets nobody do anything.
    Optional<Owner> owner() {
        return Role.of(role).map(known -> new Owner(name, passwordHash, known));
    }
}
