package imtokenpay.flow.report;

import java.time.Instant;

/// A place in a report: behind the line of this moment and this id. Nothing of it is kept.
public record Place(Instant at, String id) {
    /// Before the first line.
    public static final Place START = new Place(Instant.EPOCH, "");
}
