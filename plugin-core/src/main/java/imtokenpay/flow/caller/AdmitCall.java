package imtokenpay.flow.caller;

import imtokenpay.flow.Pass;
import imtokenpay.flow.caller.Admission.Admitted;
import imtokenpay.flow.caller.Admission.Elsewhere;
import imtokenpay.flow.caller.Admission.TooMany;
import imtokenpay.flow.caller.Admission.Unknown;
import imtokenpay.merchant.ApiKey;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// Lets a call in, or not: by its key, the address that it comes from, and how many came before it. Keys are counted
/// each by itself, so that a store in a hurry slows down no other one; those that nobody has are counted by address.
@Pass
public class AdmitCall {
    private static final int REMEMBERED_MAX = 10_000;
    // Who has an IPv6 address has the whole network of 64 bits that it is in.
    private static final int NETWORK_BYTES = 8;

    private final KnowCaller known;
    private final InstantSource clock;
    private final Buckets keys;
    private final Buckets strangers;
    private final Set<String> guests = new LinkedHashSet<>();

    @Inject
    public AdmitCall(KnowCaller known, CallRates rates, InstantSource clock) {
        this.known = known;
        this.clock = clock;
        this.keys = new Buckets(rates.key());
        this.strangers = new Buckets(rates.stranger());
    }

    /// Decides about one call.
    ///
    /// @param key as it was sent; empty if none was, or none that could be one
    public Admission admit(Optional<ApiKey> key, InetAddress from) {
        var guest = key.map(one -> network(from) + " " + HexFormat.of().formatHex(one.sha256()));
        // Before a guess is looked at, so that a right one is not told from a wrong one. A key that was let in from
        // there before is no guess: its store goes on, even if somebody guesses behind the same address.
        var pause = strangers.pause(network(from), clock.instant());
        if (pause.isPresent() && guest.filter(this::wasLetIn).isEmpty()) {
            return new TooMany(pause.get());
        }
        return switch (key.map(one -> known.caller(one, from)).orElseGet(Unknown::new)) {
            case Admitted admitted -> counted(admitted, guest.orElseThrow());
            case Unknown unknown -> stranger(unknown, from);
            case Elsewhere elsewhere -> stranger(elsewhere, from);
            case TooMany tooMany -> tooMany;
        };
    }

    private Admission counted(Admitted admitted, String guest) {
        letIn(guest);
        return keys.take(admitted.caller().key(), clock.instant())
                .<Admission>map(TooMany::new)
                .orElse(admitted);
    }

    private Admission stranger(Admission refusal, InetAddress from) {
        return strangers
                .take(network(from), clock.instant())
                .<Admission>map(TooMany::new)
                .orElse(refusal);
    }

    private synchronized boolean wasLetIn(String guest) {
        return guests.contains(guest);
    }

    private synchronized void letIn(String guest) {
        if (guests.add(guest) && guests.size() > REMEMBERED_MAX) {
            guests.remove(guests.iterator().next());
        }
    }

    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
