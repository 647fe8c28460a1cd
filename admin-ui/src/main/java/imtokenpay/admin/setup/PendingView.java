package imtokenpay.admin.setup;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.pending.DecideChange;
import imtokenpay.flow.pending.ShowPending;
import imtokenpay.flow.setup.FollowSettings;
import imtokenpay.merchant.setting.PendingChanges.Key;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Changes that wait until they take effect: every page tells of them, and owners decide about them.
@Named("changes")
@RequestScoped
public class PendingView {
    private static final String DONE = "/admin/changes.xhtml?faces-redirect=true&decided=";

    @Inject
    private @Nullable ShowPending show;

    @Inject
    private @Nullable DecideChange decide;

    @Inject
    private @Nullable FollowSettings follow;

    @Inject
    private @Nullable Keeping keeping;

    private List<PendingLine> lines = List.of();

    private interface Step {
        boolean take(Key key);
    }

    /// Reads what waits.
    @PostConstruct
    void begin() {
        var pending = Objects.requireNonNull(show);
        try {
            lines = pending.notices().stream()
                    .map(notice -> new PendingLine(notice, Desk.who()))
                    .toList();
        } catch (IllegalStateException unreadable) {
            // The page Set up says what is wrong with the settings; nothing can take effect meanwhile.
            lines = List.of();
        }
    }

    /// What waits, in the order in which it was asked for.
    public List<PendingLine> lines() {
        return lines;
    }

    /// The one that was chosen; empty where none was, or it waits no more.
    public Optional<PendingLine> chosen() {
        return lines.stream()
                .filter(line -> line.subject().equals(Desk.asked("subject")))
                .filter(line -> line.asked().equals(Desk.asked("asked")))
                .findFirst();
    }

    /// Has the chosen one take effect at once.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String approve() {
        return decided("approved", key -> {
            var approved = Objects.requireNonNull(decide).approve(key, Desk.who());
            Objects.requireNonNull(follow).follow();
            return approved;
        });
    }

    /// Sees to it that the chosen one never takes effect.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String stop() {
        return decided("stopped", key -> Objects.requireNonNull(decide).stop(key, Desk.who(), ""));
    }

    private @Nullable String decided(String how, Step step) {
        if (!Objects.requireNonNull(keeping).isProven()) {
            return null;
        }
        try {
            return step.take(new Key(Desk.asked("subject"), Instant.parse(Desk.asked("asked"))))
                    ? DONE + how
                    : Desk.stay("That change waits no more: it has taken effect, or somebody has stopped it.");
        } catch (DateTimeParseException forged) {
            return Desk.stay("There is no such change.");
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            return Desk.stay(Keeping.words(wrong));
        }
    }
}
