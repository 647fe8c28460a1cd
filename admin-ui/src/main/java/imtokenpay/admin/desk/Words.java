package imtokenpay.admin.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How things are written on the admin screens.
public final class Words {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int HASH_HEAD = 10;
    private static final int HASH_TAIL = 6;

    private Words() {}

    /// A time zone by its name, such as `Europe/Zurich`.
    public static String zone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /// A moment by the clock on the wall in Greenwich, such as `2026-11-23 10:15:00`.
    public static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    /// A hash that can be told from others at a glance, such as `0x12345678…abcdef`.
    public static String shortened(String hash) {
        return hash.length() <= HASH_HEAD + HASH_TAIL + 1
                ? hash
                : hash.substring(0, HASH_HEAD) + "…" + hash.substring(hash.length() - HASH_TAIL);
    }
}
