package imtokenpay.flow.refund;

import imtokenpay.chain.Address;
import imtokenpay.flow.UseCase;
import imtokenpay.money.ChainId;
import imtokenpay.refund.Refund;
import imtokenpay.refund.Refunds;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Where refunds go to, beside where payments come to. For a while after a refund has ended, too, so that one that is
/// paid twice is noticed.
@UseCase
public class PayeeAddresses {
    private record Joined(Set<Address> shown, Set<Address> payees, Set<Address> both) {}

    private final Refunds refunds;
    private final InstantSource clock;
    private final Map<ChainId, Joined> joined = new ConcurrentHashMap<>();

    @Inject
    public PayeeAddresses(Refunds refunds, InstantSource clock) {
        this.refunds = refunds;
        this.clock = clock;
    }

    /// All of these and the shoppers' addresses; the very same set as long as nothing is new, since a reader makes much
    /// of it ready.
    ///
    /// @param shown where payments come to
    public Set<Address> and(ChainId chain, Set<Address> shown) {
        var payees = refunds.payees(chain, clock.instant().minus(Refund.WATCHED_AFTERWARDS));
        if (payees.isEmpty()) {
            joined.remove(chain);
            return shown;
        }
        return joined.compute(
                        chain,
                        (any, before) -> before != null && before.shown == shown && before.payees.equals(payees)
                                ? before
                                : join(shown, payees))
                .both;
    }

    private static Joined join(Set<Address> shown, Set<Address> payees) {
        var both = new HashSet<>(shown);
        both.addAll(payees);
        return new Joined(shown, Set.copyOf(payees), Set.copyOf(both));
    }
}
