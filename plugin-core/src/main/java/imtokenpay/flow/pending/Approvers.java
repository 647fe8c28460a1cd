package imtokenpay.flow.pending;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.people.PersonChange;
import imtokenpay.flow.people.PersonChange.Wish;
import imtokenpay.flow.setup.ChangeRule;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owners;
import imtokenpay.merchant.setting.PendingChanges.Pending;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who may have a change take effect before its time: another owner than the one who asked, who was one
/// already when it was asked for, and has been one for as long as such a change waits. Else a stolen
/// password would make the second pair of eyes itself.
@UseCase
public class Approvers {
    private final Owners owners;
    private final ChangeRule rule;
    private final InstantSource clock;

    /// How a change comes to take effect.
    public enum Way {
        /// By itself when its time has come, or when another owner approves it. Also with four eyes, who is the only
        /// owner lets another one in so: there is nobody else.
        TIME,
        /// Only when another owner approves it.
        APPROVAL,
        /// Not at all: whoever asked for it is no owner any more, or was none for a while.
        NEVER
    }

    @Inject
    public Approvers(Owners owners, ChangeRule rule, InstantSource clock) {
        this.owners = owners;
        this.rule = rule;
        this.clock = clock;
    }

    /// The names of those who may approve a change.
    public List<String> of(Pending pending) {
        if (!isAskerOwner(pending)) {
            return List.of();
        }
        var askedAt = pending.key().askedAt();
        var longAgo = clock.instant().minus(rule.delay());
        var since = askedAt.isBefore(longAgo) ? askedAt : longAgo;
        return owners.all().stream()
                .filter(person -> person.role() == Owner.Role.OWNER)
                .map(Owner::name)
                .filter(name -> !isSame(name, pending.by()))
                .filter(name -> owners.wasOne(name, since))
                .toList();
    }

    /// Whether that person may approve it.
    public boolean may(String name, Pending pending) {
        return of(pending).stream().anyMatch(one -> isSame(one, name));
    }

    /// Since when somebody whom a change makes an owner has had the role of now: so nobody takes one who was let in
    /// today for the colleague whose name he has. Empty for other changes, and where it is not known.
    Optional<Instant> newcomerSince(Pending pending) {
        return isNewOwner(pending) ? pending.key().person().flatMap(owners::since) : Optional.empty();
    }

    /// Whether whoever asked for a change has been one who may ever since. Who was suspended or removed meanwhile is
    /// not: what a thief asked for in his name must not come alive again with him.
    boolean isAskerOwner(Pending pending) {
        return owners.wasOne(pending.by(), pending.key().askedAt());
    }

    /// How a change comes to take effect, as things stand.
    public Way way(Pending pending) {
        if (!isAskerOwner(pending)) {
            return Way.NEVER;
        }
        return rule.fourEyes() && !(isNewOwner(pending) && isNobodyElse(pending)) ? Way.APPROVAL : Way.TIME;
    }

    private static boolean isNewOwner(Pending pending) {
        return PersonChange.of(pending)
                .filter(change -> change.wish() == Wish.OWNER)
                .isPresent();
    }

    private boolean isNobodyElse(Pending pending) {
        return owners.all().stream()
                .filter(person -> person.role().isWatching())
                .allMatch(person -> isSame(person.name(), pending.by()));
    }

    // As owners are kept: letter by letter, some names are others in small letters.
    private static boolean isSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
