package imtokenpay.flow.admin;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.Deed;
import imtokenpay.flow.people.OwnerNews.Event;
import imtokenpay.flow.people.TellPeople;
import imtokenpay.merchant.Owner.Role;
import imtokenpay.merchant.key.StoreKey;
import imtokenpay.merchant.key.StoreKeys;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Makes keys void: an owner all of them, one who is suspended those that are young.
@UseCase
public class EndKeys {
    private final StoreKeys keys;
    private final Mandate mandate;
    private final TellPeople tell;
    private final InstantSource clock;

    @Inject
    public EndKeys(StoreKeys keys, Mandate mandate, TellPeople tell, InstantSource clock) {
        this.keys = keys;
        this.mandate = mandate;
        this.tell = tell;
        this.clock = clock;
    }

    /// The ids of the valid keys that a person may make void.
    public List<String> endable(String by) {
        return keys.all().stream()
                .filter(key -> key.isValid()
                        && mandate.mayEnd(by, Optional.of(key.life().createdAt())))
                .map(StoreKey::id)
                .toList();
    }

    /// Makes a key void.
    ///
    /// @param by who wants it
    /// @return whether there was a valid one of that id
    /// @throws IllegalArgumentException in words for the admin if he is suspended, and it is too old for that
    /// @throws IllegalStateException if he is no owner any more
    public boolean revoke(String id, String by) {
        var ended = keys.all().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .filter(key -> keys.revoke(id, clock.instant()));
        ended.ifPresent(key -> {
            var since = Optional.of(key.life().createdAt());
            var role = mandate.end(by, Deed.of(by, Action.KEY_REVOKED, id, ""), since);
            tell.mailOfKey(by, key);
            if (role == Role.SUSPENDED) {
                tell.show(id, Event.KEY_REVOKED_BY_SUSPENDED, by);
            }
        });
        return ended.isPresent();
    }
}
