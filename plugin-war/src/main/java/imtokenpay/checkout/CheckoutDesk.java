package imtokenpay.checkout;

import imtokenpay.chain.Explorers;
import imtokenpay.flow.show.CheckoutAddresses;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Set;

/// Puts together what the checkout page shows.
@Dependent
public class CheckoutDesk {
    private final Stores stores;
    private final CheckoutAddresses addresses;
    private final PageParts parts;
    private final Explorers explorers;
    private final InstantSource clock;

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
        var frame = new CheckoutPage.Frame(
                store,
                new CheckoutPage.Network(snapshot.network(), explorers),
                addresses.of(snapshot.payment().id()),
                parts.devWallet(),
                clock.instant());
        return new CheckoutPage(snapshot, frame);
    }
}
