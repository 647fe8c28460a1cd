package imtokenpay.checkout;

import imtokenpay.chain.Explorers;
import imtokenpay.flow.seen.ShowSeen;
import imtokenpay.flow.show.CheckoutAddresses;
import imtokenpay.flow.show.ShowBlockTime;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts together what the checkout page shows.
@Dependent
public class CheckoutDesk {
    private final Stores stores;
    private final CheckoutAddresses addresses;
    private final PageParts parts;
    private final Explorers explorers;
    private final InstantSource clock;

    @Inject
    private @Nullable ShowBlockTime blockTimes;

    @Inject
    private @Nullable ShowSeen sightings;

    @Inject
    public CheckoutDesk(
            Stores stores, CheckoutAddresses addresses, PageParts parts, Explorers explorers, InstantSource clock) {
        this.stores = stores;
        this.addresses = addresses;
        this.parts = parts;
        this.explorers = explorers;
        this.clock = clock;
    }

    /// The page of that payment as it stands.
    public CheckoutPage page(Snapshot snapshot) {
        var storeId = snapshot.payment().origin().storeId();
        // A store can leave the configuration while its payments still run; they keep their pages.
        var store = stores.byId(storeId).orElseGet(() -> new Store(storeId, storeId, Set.of()));
        var now = clock.instant();
        var frame = new CheckoutPage.Frame(
                store, network(snapshot, now), addresses.of(snapshot.payment().id()), parts.devWallet(), now);
        return new CheckoutPage(snapshot, frame);
    }

    private CheckoutPage.Network network(Snapshot snapshot, Instant now) {
        var payment = snapshot.payment();
        var isOverdue = payment.status().isOpen()
                && Objects.requireNonNull(blockTimes)
                        .isOverdue(snapshot.view(), payment.terms().openedAt(), now);
        var seen = Optional.ofNullable(
                Objects.requireNonNull(sightings).of(List.of(payment)).get(payment.id()));
        return new CheckoutPage.Network(snapshot.network(), explorers, blockTime(payment), isOverdue, seen);
    }

    // Only who waits for blocks is told: the page is seen most before anything is paid.
    private Optional<Duration> blockTime(Payment payment) {
        return payment.status() == PaymentStatus.CONFIRMING
                ? Objects.requireNonNull(blockTimes)
                        .of(payment.terms().due().asset().chain())
                : Optional.empty();
    }
}
