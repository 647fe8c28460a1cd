package imtokenpay.flow.pending;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.setup.ChangeRule;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owners;
import imtokenpay.merchant.setting.PendingChanges.Pending;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/// Who may have a change take effect before its time: another owner than the one who asked, and none who
/// was let in since, or else a stolen password would make the second pair of eyes itself.
@UseCase
public class Approvers {
    private final Owners owners;
    private final ChangeRule rule;
    private final InstantSource clock;

    @Inject
    public Approvers(Owners owners, ChangeRule rule, InstantSource clock) {
        this.owners = owners;
        this.rule = rule;
        this.clock = clock;
    }

    /// The names of those who may approve a change.
    public List<String> of(Pending pending) {
        var since = clock.instant().minus(rule.delay());
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

    /// Whether whoever asked for a change is still one who may.
    boolean isAskerOwner(Pending pending) {
        return owners.byName(pending.by())
                .filter(person -> person.role() == Owner.Role.OWNER)
                .isPresent();
    }

    // As owners are kept: letter by letter, some names are others in small letters.
    private static boolean isSame(String one, String other) {
        return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
