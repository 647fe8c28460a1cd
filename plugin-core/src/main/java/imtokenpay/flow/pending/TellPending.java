package imtokenpay.flow.pending;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.notice.KeepNotices;
import imtokenpay.flow.notice.Topic;
import imtokenpay.merchant.setting.KeptSettings;
import imtokenpay.merchant.setting.PendingChanges;
import imtokenpay.merchant.setting.PendingChanges.Pending;
import jakarta.inject.Inject;

/// Has people told of changes that wait, each once, and of what became of them.
@UseCase
public class TellPending {
    private final PendingChanges pending;
    private final KeptSettings settings;
    private final KeepNotices notices;

    @Inject
    public TellPending(PendingChanges pending, KeptSettings settings, KeepNotices notices) {
        this.pending = pending;
        this.settings = settings;
        this.notices = notices;
    }

    /// Has them told of what was asked for since.
    public void tellNew() {
        if (!notices.isWanted() || pending.untold().isEmpty()) {
            return;
        }
        // Nobody else tells, approves or stops one meanwhile.
        settings.locked();
        for (var change : pending.untold()) {
            notices.tell(
                    Topic.CHANGE,
                    asked(change) + " If none of you knows of it, stop it, and have that person change"
                            + " his password.");
            pending.told(change.key());
        }
    }

    /// Has them told of what becomes of one.
    ///
    /// @param what in a sentence
    void tell(Pending change, String what) {
        if (notices.isWanted()) {
            notices.tell(Topic.CHANGE, what + " " + asked(change));
        }
    }

    private String asked(Pending change) {
        var words = new ChangeWords(settings.all().texts()).of(change);
        return change.by() + " asked on " + change.key().askedAt() + " to " + words + ". Its time comes on "
                + change.due() + ".";
    }
}
