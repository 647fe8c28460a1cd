package imtokenpay.adapter.jpa.refund;

import imtokenpay.chain.Address;
import imtokenpay.refund.Destination;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;

/// An address that was given for a refund. Written once.
@Entity
@IdClass(DestinationRow.Key.class)
@Table(name = "refund_address")
class DestinationRow {
    /// Which refund's how manieth address.
    record Key(String refundId, int position) implements Serializable {}

    @Id
    @Column(name = "refund_id")
    String refundId = "";

    @Id
    int position;

    @Column(updatable = false)
    String receiver = "";

    @Column(updatable = false)
    String source = "";

    @Column(name = "given_by", updatable = false)
    String givenBy = "";

    @Column(name = "given_at", updatable = false)
    Instant givenAt = Instant.EPOCH;

    static DestinationRow of(String refundId, int position, Destination destination) {
        var row = new DestinationRow();
        row.refundId = refundId;
        row.position = position;
        row.receiver = destination.address().text();
        row.source = destination.source().word();
        row.givenBy = destination.by();
        row.givenAt = destination.givenAt();
        return row;
    }

    Destination destination() {
        var whose = Destination.Source.valueOf(source.toUpperCase(Locale.ROOT));
        return new Destination(new Address(receiver), whose, givenBy, givenAt);
    }
}
