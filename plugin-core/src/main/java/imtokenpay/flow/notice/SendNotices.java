package imtokenpay.flow.notice;

import imtokenpay.flow.Pass;
import imtokenpay.flow.notice.Notices.Notice;
import imtokenpay.flow.notice.Postman.MailFailed;
import imtokenpay.flow.setup.ShowSettings;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.InstantSource;

/// Sends what is to be told, one mail after the other. A mail server that is down stops nothing but mail.
@Pass
public class SendNotices {
    private static final System.Logger LOG = System.getLogger(SendNotices.class.getName());
    private static final String PUBLIC_URL = "imtoken.public-url";

    private final KeepNotices notices;
    private final Postman postman;
    private final ShowSettings settings;
    private final InstantSource clock;

    @Inject
    public SendNotices(KeepNotices notices, Postman postman, ShowSettings settings, InstantSource clock) {
        this.notices = notices;
        this.postman = postman;
        this.settings = settings;
        this.clock = clock;
    }

    /// Sends all that is due.
    ///
    /// @throws MailFailed if the mail server did not take one; it is tried again later
    public void send() {
        for (var next = notices.next(); next.isPresent(); next = notices.next()) {
            send(next.get());
        }
    }

    private void send(Notice notice) {
        try {
            postman.carry("imToken Pay: " + notice.topic().headline(), text(notice), clock.instant());
        } catch (MailFailed refused) {
            if (notices.failed(notice)) {
                LOG.log(
                        Level.ERROR,
                        "A mail is given up: {0}: {1}",
                        notice.topic().word(),
                        notice.words());
            }
            throw refused;
        }
        notices.sent(notice);
    }

    private String text(Notice notice) {
        var page = notice.topic().page();
        var base = settings.text(PUBLIC_URL);
        var where = base.isEmpty()
                ? "Look at the admin page " + page + "."
                : "Look: " + base.replaceAll("/+$", "") + "/admin/" + page + ".xhtml";
        return notice.words() + "\n\n" + where + "\n\nNoticed on " + notice.madeAt()
                + ". Nobody reads answers to this mail.\n";
    }
}
