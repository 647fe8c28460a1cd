package imtokenpay.flow.people;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.notice.KeepNotices;
import imtokenpay.flow.notice.Topic;
import imtokenpay.flow.people.OwnerNews.Event;
import imtokenpay.flow.people.OwnerNews.News;
import imtokenpay.merchant.key.StoreKey;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// Tells people of who may enter, by mail and on every page: else a stolen password lets a second owner in,
/// or the others out, and nobody knows of it before it pays off.
@UseCase
public class TellPeople {
    private static final Duration WEEK = Duration.ofDays(7);

    private final KeepNotices notices;
    private final OwnerNews news;
    private final InstantSource clock;

    @Inject
    public TellPeople(KeepNotices notices, OwnerNews news, InstantSource clock) {
        this.notices = notices;
        this.news = news;
        this.clock = clock;
    }

    /// Has people told by mail.
    ///
    /// @param what what he has done, such as `removed ben`
    public void mail(String by, String what) {
        notices.tell(
                Topic.PEOPLE,
                by + " has " + what + ". If none of you knows of it, undo it, and have " + by
                        + " change the password.");
    }

    /// Has people told by mail that a key was revoked.
    public void mailOfKey(String by, StoreKey key) {
        notices.tell(
                Topic.KEY,
                by + " has revoked the API key " + key.id() + " (" + key.name() + ") of the store " + key.storeId()
                        + ". If none of you knows of it, make the store another key, and have " + by
                        + " change the password.");
    }

    /// Has every page tell of it for a week.
    ///
    /// @param whom whom it has happened to, or the id of a key
    public void show(String whom, Event event, String by) {
        var now = clock.instant();
        news.forget(now.minus(WEEK));
        news.keep(new News(
                event == Event.KEY_REVOKED_BY_SUSPENDED ? whom : whom.toLowerCase(Locale.ROOT), event, by, now));
    }

    /// What every page tells of now, newest first.
    public List<News> shown() {
        return news.since(clock.instant().minus(WEEK));
    }
}
