package imtokenpay.flow.notice;

import java.time.Instant;
import java.util.Optional;

/// What is to be told, as long as it was not sent, and what was told last of each topic.
public interface Notices {
    /// Something to be told.
    ///
    /// @param words in whole sentences; at most 2,000 characters, and never a secret
    /// @param attempts how often it was tried to be sent
    record Notice(String id, Topic topic, Instant madeAt, String words, int attempts) {}

    /// What was told last of a topic.
    ///
    /// @param at when; the beginning of time if nothing was
    /// @param figure how many of whatever it counts
    record Told(Instant at, long figure) {}

    /// Keeps something to be told.
    void add(Topic topic, String words, Instant now);

    /// The oldest one that is due, if there is one. Nobody else gets it before `until`.
    Optional<Notice> claim(Instant now, Instant until);

    /// Forgets one that was sent, or that is given up.
    void remove(String id);

    /// Has one tried again, at that moment.
    void again(String id, Instant at);

    /// What was told last. Nobody else is answered until the transaction ends.
    Told told(Topic topic);

    /// Keeps what was told last.
    void keep(Topic topic, Told told);
}
