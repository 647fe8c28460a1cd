package imtokenpay.flow.notice;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.notice.Notices.Notice;
import imtokenpay.flow.notice.Notices.Told;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/// Keeps what is to be told until it was sent, in the transaction that makes it worth telling. Where the
/// configuration names nobody to tell, nothing is kept.
@UseCase
public class KeepNotices {
    // Longer than any mail may take; then another node may try.
    private static final Duration IN_HAND = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration PAUSE_MAX = Duration.ofHours(1);
    private static final Duration SILENCE = Duration.ofHours(1);
    // Line ends and what has no look of its own: nothing that somebody has typed makes lines, or turns others around.
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");
    private static final int DOUBLINGS_MAX = 6;
    private static final int ATTEMPTS_MAX = 30;

    private final Notices notices;
    private final Postman postman;
    private final InstantSource clock;

    @Inject
    public KeepNotices(Notices notices, Postman postman, InstantSource clock) {
        this.notices = notices;
        this.postman = postman;
        this.clock = clock;
    }

    /// Whether there is anybody to tell.
    public boolean isWanted() {
        return postman.isThere();
    }

    /// Has something told.
    ///
    /// @param words in whole sentences, and never a secret; becomes one line
    public void tell(Topic topic, String words) {
        if (postman.isThere()) {
            notices.add(topic, UNSEEN.matcher(words).replaceAll(" "), clock.instant());
        }
    }

    /// Has it told if there is more of something than was told before, at most once an hour. What becomes less is not
    /// told, but what comes anew then is.
    public void tellOfMore(Topic topic, long figure, String words) {
        var told = notices.told(topic);
        var now = clock.instant();
        if (figure < told.figure()) {
            notices.keep(topic, new Told(told.at(), figure));
        } else if (figure > told.figure() && !told.at().plus(SILENCE).isAfter(now)) {
            tell(topic, words);
            notices.keep(topic, new Told(now, figure));
        }
    }

    /// The next one to be sent, if there is one; nobody else sends it meanwhile.
    public Optional<Notice> next() {
        var now = clock.instant();
        return notices.claim(now, now.plus(IN_HAND));
    }

    /// It was sent.
    public void sent(Notice notice) {
        notices.remove(notice.id());
    }

    /// It was not taken. It is tried again, ever more seldom, for about a day.
    ///
    /// @return whether it is given up
    public boolean failed(Notice notice) {
        if (notice.attempts() >= ATTEMPTS_MAX) {
            notices.remove(notice.id());
            return true;
        }
        notices.again(notice.id(), clock.instant().plus(pause(notice.attempts())));
        return false;
    }

    private static Duration pause(int attempts) {
        var pause = PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLINGS_MAX));
        return pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
    }
}
