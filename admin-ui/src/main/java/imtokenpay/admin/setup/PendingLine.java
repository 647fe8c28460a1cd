package imtokenpay.admin.setup;

import imtokenpay.admin.desk.Words;
import imtokenpay.flow.pending.ShowPending.Notice;
import java.util.Locale;

/// A change that waits, as it is shown.
///
/// @param who the name that the person who looks at it has signed in with
public record PendingLine(Notice notice, String who) {
    /// What the settings of the thing begin with.
    public String subject() {
        return notice.pending().key().subject();
    }

    /// When it was asked for, to the microsecond, so that no other one is meant.
    public String asked() {
        return notice.pending().key().askedAt().toString();
    }

    /// Whether whoever looks at it may have it take effect.
    public boolean isApprovable() {
        return notice.isSound() && notice.approvers().contains(who.toLowerCase(Locale.ROOT));
    }

    /// Whether it can take effect at all.
    public boolean isSound() {
        return notice.isSound();
    }

    /// Who asked for what, and when.
    public String what() {
        return notice.pending().by() + " asked on "
                + Words.moment(notice.pending().key().askedAt()) + " to " + notice.words() + "."
                + notice.since()
                        .map(since ->
                                " That person was let in, or given the role of now, on " + Words.moment(since) + ".")
                        .orElse("");
    }

    /// When it takes effect, and who can have it do so sooner.
    public String when() {
        if (!notice.isSound()) {
            return "Have it stopped, and find out who can write to the database.";
        }
        return switch (notice.way()) {
            case NEVER ->
                "It does not take effect: " + notice.pending().by() + " is no owner any more, or was none for a while.";
            case APPROVAL -> byApproval();
            case TIME -> byTime();
        };
    }

    private String byApproval() {
        return notice.approvers().isEmpty()
                ? "It takes effect only when another owner approves it, who was one when it was asked for"
                        + " and has been one for long enough. There is none."
                : "It takes effect only when another owner approves it: " + approvers() + ".";
    }

    private String byTime() {
        var due = "It takes effect on " + Words.moment(notice.pending().due()) + " unless an owner stops it";
        return due
                + (notice.approvers().isEmpty() ? "." : ", or at once when another approves it: " + approvers() + ".");
    }

    private String approvers() {
        return String.join(", ", notice.approvers());
    }
}
