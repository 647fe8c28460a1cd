package imtokenpay.flow.people;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What has happened to owners of late: of each person, the newest of each kind. So nobody buries one piece of news
/// under many.
public interface OwnerNews {
    /// What has happened.
    enum Event {
        /// He may do everything now.
        BECAME_OWNER,
        /// His powers were taken from him at once.
        SUSPENDED,
        /// He was removed, or has another role.
        NO_OWNER_ANY_MORE,
        /// A colleague had his second factor switched off.
        FACTOR_RESET,
        /// A recovery code stood in for his second factor.
        RECOVERY_CODE_USED;

        /// As it is kept, such as `became_owner`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Something that has happened.
    ///
    /// @param whom in small letters
    /// @param by who wanted it
    record News(String whom, Event event, String by, Instant at) {}

    /// Keeps it, in place of an older one of the same.
    void keep(News news);

    /// What has happened since that moment, newest first.
    List<News> since(Instant moment);

    /// Forgets what happened before that moment.
    void forget(Instant moment);
}
