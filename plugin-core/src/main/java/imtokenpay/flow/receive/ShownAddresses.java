package imtokenpay.flow.receive;

import imtokenpay.chain.Address;
import imtokenpay.flow.UseCase;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.FreshAddresses;
import imtokenpay.merchant.FreshAddresses.Series;
import imtokenpay.merchant.FreshAddresses.Taken;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.ReceivingModes;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.money.ChainId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Where money can still come to: wherever a slot is leased, and every address that may be leased again, so that late
/// money at a released one is found and waits in the inbox. Held from look to look, since there can be a million: only
/// what is new is read again, and once in a while everything, to let go of what was released.
@UseCase
public class ShownAddresses {
    private static final Duration HELD_MAX = Duration.ofHours(1);

    private final ReceivingSlots slots;
    private final FreshAddresses fresh;
    private final ReceivingModes modes;
    private final InstantSource clock;
    private final Map<ChainId, Held> held = new ConcurrentHashMap<>();

    @Inject
    public ShownAddresses(ReceivingSlots slots, FreshAddresses fresh, ReceivingModes modes, InstantSource clock) {
        this.slots = slots;
        this.fresh = fresh;
        this.modes = modes;
        this.clock = clock;
    }

    /// @param shown how many were shown when it was read
    private record Held(long shown, Instant readAt, Set<Address> addresses) {
        Held with(long shownNow, Collection<Address> more) {
            if (addresses.containsAll(more)) {
                return new Held(shownNow, readAt, addresses);
            }
            var all = new HashSet<>(addresses);
            all.addAll(more);
            return new Held(shownNow, readAt, Set.copyOf(all));
        }
    }

    /// All of a chain; the very same set as long as nothing is new.
    ///
    /// @param accepted what is accepted there
    public Set<Address> on(ChainId chain, Collection<AcceptedAsset> accepted) {
        // Before the addresses: what is shown in between is read again the next time.
        var shown = slots.shown(chain);
        var known = Optional.ofNullable(held.get(chain))
                .filter(before -> before.readAt().plus(HELD_MAX).isAfter(clock.instant()))
                .orElseGet(() -> new Held(shown, clock.instant(), Set.copyOf(slots.receivers(chain))));
        var more = new HashSet<>(free(accepted));
        if (shown > known.shown()) {
            more.addAll(slots.shownAfter(chain, known.shown()));
        }
        var now = known.with(shown, more);
        held.put(chain, now);
        return now.addresses();
    }

    // What may be leased, whether it is or not.
    private Collection<Address> free(Collection<AcceptedAsset> accepted) {
        var addresses = new HashSet<Address>();
        for (var asset : accepted) {
            if (asset.verified()) {
                addresses.add(asset.receiver());
                addresses.addAll(own(asset));
            }
        }
        return addresses;
    }

    private Collection<Address> own(AcceptedAsset accepted) {
        return switch (modes.of(accepted.asset())) {
            case ReceivingMode.Shared shared -> List.of();
            case ReceivingMode.Pool pool -> pool.addresses();
            case ReceivingMode.Fresh mode ->
                fresh.newest(new Series(accepted.asset(), mode.account().fingerprint())).stream()
                        .map(Taken::address)
                        .toList();
        };
    }
}
