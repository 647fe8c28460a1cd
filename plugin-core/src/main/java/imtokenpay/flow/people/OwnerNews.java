package imtokenpay.flow.people;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What has happened to owners of late, and what suspended ones have ended: of each person or key, the newest of each
/// kind. So nobody buries one piece of news
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
        RECOVERY_CODE_USED,
        /// Somebody who was no owner was removed by one who is suspended.
        REMOVED_BY_SUSPENDED,
        /// An API key was revoked by an owner who is suspended.
        KEY_REVOKED_BY_SUSPENDED;

        /// As it is kept, such as `became_owner`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Something that has happened.
    ///
    /// @param whom a person's name in small letters, or the id of a key
    /// @param by who wanted it
    record News(String whom, Event event, String by, Instant at) {}

    /// Keeps it, in place of an older one of the same.
    void keep(News news);

    /// What has happened since that moment, newest first.
    List<News> since(Instant moment);

    /// Forgets what happened before that moment.
    void forget(Instant moment);
}
