package imtokenpay.merchant.setting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes of settings, and of who may enter, that somebody has asked for and that wait until they take
/// effect. Each thing and each person has one at most.
public interface PendingChanges {
    /// Which change it is. Whoever decides about it names the very one that he has seen.
    ///
    /// @param subject what the settings of the thing begin with, such as `imtoken.asset.eth.`, or a person:
    /// see [#ofPerson]; at most 200 characters
    /// @param askedAt whole microseconds, as databases keep them
    record Key(String subject, Instant askedAt) {
        private static final String PERSON = "person:";

        /// The subject of what is about a person.
        ///
        /// @param name in small letters
        public static String ofPerson(String name) {
            return PERSON + name;
        }

        /// The name of the person that it is about, in small letters; empty if it is about settings.
        public Optional<String> person() {
            return subject.startsWith(PERSON) ? Optional.of(subject.substring(PERSON.length())) : Optional.empty();
        }

        /// What the audit log calls it by.
        public String audited() {
            return person().orElse(subject + "*");
        }
    }

    /// A change that waits.
    ///
    /// @param by who asks for it; at most 64 characters
    /// @param due when its time has come
    /// @param texts what differs, by the whole names of settings, "" for what is taken away; of a person,
    /// what is to become of him, under [#WISH]; empty when it does not open: it was sealed with another
    /// key, or somebody has changed it in the database
    record Pending(Key key, String by, Instant due, Optional<Map<String, String>> texts) {
        /// What stands in the texts of a change that is about a person.
        public static final String WISH = "wish";

        public Pending {
            texts = texts.map(Map::copyOf);
        }
    }

    /// All of them, in the order in which they were asked for.
    List<Pending> all();

    /// The one that waits for a thing.
    Optional<Pending> of(String subject);

    /// Those of which nobody was told by mail yet, in the order in which they were asked for.
    List<Pending> untold();

    /// Notes that people are told of that very change; nothing happens where another one has taken its place.
    void told(Key key);

    /// Keeps one.
    ///
    /// @throws IllegalStateException in words for the integrator if there is no key to seal settings with
    void add(Pending pending);

    /// Ends the waiting of a thing's change, if there is one.
    void remove(String subject);
}
