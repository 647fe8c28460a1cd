package imtokenpay.adapter.jpa.count;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// That something has changed about a payment which a store asked for in that hour. Only ever added and removed.
@Entity
@Table(name = "payment_stir")
public class StirRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    long id;

    @Column(name = "store_id")
    String storeId = "";

    @Column(name = "hour_slot")
    long hour;

    @Column(name = "day_slot")
    long day;

    /// Notes that the counts of that hour are out of date once this transaction has committed.
    public static void note(EntityManager entities, String storeId, Instant openedAt) {
        var row = new StirRow();
        row.storeId = storeId;
        row.hour = Slots.hour(openedAt);
        row.day = Slots.day(row.hour);
        entities.persist(row);
    }
}
