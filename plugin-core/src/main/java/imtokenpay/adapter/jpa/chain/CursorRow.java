package imtokenpay.adapter.jpa.chain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where we are in a chain, and who may write there.
@Entity
@Table(name = "chain_cursor")
class CursorRow {
    @Id
    String chain = "";

    @Version
    long version;

    String holder = "";
    long epoch;

    @Column(name = "leased_until")
    Instant leasedUntil = Instant.EPOCH;

    @Nullable
    Long height;

    @Column(name = "final_height")
    @Nullable
    Long finalHeight;

    @Column(name = "looked_again")
    @Nullable
    Long lookedAgain;

    @Column(name = "as_of")
    @Nullable
    Instant asOf;
}
