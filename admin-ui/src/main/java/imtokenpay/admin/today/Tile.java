package imtokenpay.admin.today;

/// A figure, what it counts, and the page that shows that.
///
/// @param name what it counts
/// @param value the figure
/// @param note what it was before, or what else there is to say of it; may be empty
/// @param page the page that shows it
/// @param isUrgent whether somebody has to do something
public record Tile(String name, String value, String note, String page, boolean isUrgent) {
    static Tile of(String name, String value, String note, String page) {
        return new Tile(name, value, note, page, false);
    }
}
