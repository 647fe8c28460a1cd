package imtokenpay.adapter.wiring.live;

import imtokenpay.adapter.http.AddressGuard;
import imtokenpay.adapter.rates.QuotedRates;
import imtokenpay.adapter.wiring.ConfiguredAssets;
import imtokenpay.adapter.wiring.ConfiguredNetworks;
import imtokenpay.adapter.wiring.ConfiguredStores;
import imtokenpay.adapter.wiring.Settings;
import imtokenpay.flow.setup.Arrangement;
import imtokenpay.flow.show.CheckoutAddresses;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingModes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// All that settings come to, made at once: whatever is wrong in one of them is found before any is
/// used.
///
/// @param before what is in use meanwhile; networks that stay as they are, are shared with it
record Arranged(
        Optional<Arranged> before,
        ConfiguredNetworks networks,
        ConfiguredAssets assets,
        ConfiguredStores stores,
        CheckoutAddresses addresses)
        implements Arrangement.Draft {
    private static final String PUBLIC_URL = "imtoken.public-url";

    /// Where a thing is made from.
    record Site(Settings settings, AddressGuard guard, InstantSource clock) {}

    /// @throws IllegalArgumentException in words for whoever wrote the settings
    static Arranged of(Site site, Optional<Arranged> before) {
        var networks = before.map(known -> known.networks().with(site.settings(), site.clock()))
                .orElseGet(() -> new ConfiguredNetworks(site.settings(), site.clock()));
        try {
            var assets = new ConfiguredAssets(site.settings(), networks, site.clock());
            var stores = new ConfiguredStores(site.settings(), site.guard());
            var addresses = addresses(site.settings(), !stores.all().isEmpty());
            return new Arranged(before, networks, assets, stores, addresses);
        } catch (RuntimeException wrong) {
            before.ifPresentOrElse(known -> networks.closeAllBut(known.networks()), networks::close);
            throw wrong;
        }
    }

    QuotedRates rates() {
        return assets.rates();
    }

    @Override
    public List<AcceptedAsset> provided() {
        return assets.assets();
    }

    @Override
    public ReceivingModes modes() {
        return assets;
    }

    @Override
    public List<WatchedChain> chains() {
        return networks.all();
    }

    // As long as it is a draft, what it shares belongs to what is in use.
    @Override
    public void close() {
        before.ifPresentOrElse(this::closeAllBut, this::closeAll);
    }

    /// The same, as what is in use: it shares nothing any more.
    Arranged alone() {
        return new Arranged(Optional.empty(), networks, assets, stores, addresses);
    }

    /// Lets go of all that another one does not share.
    void closeAllBut(Arranged other) {
        rates().live().close();
        networks.closeAllBut(other.networks());
    }

    void closeAll() {
        rates().live().close();
        networks.close();
    }

    // Nothing can be paid before there is a store, so only then shoppers need to find a page.
    private static CheckoutAddresses addresses(Settings settings, boolean isNeeded) {
        if (!isNeeded && !settings.isSet(PUBLIC_URL)) {
            return id -> {
                throw new IllegalStateException(PUBLIC_URL + " is missing, so " + id + " has no page");
            };
        }
        var given = settings.address(PUBLIC_URL);
        if (given.getRawUserInfo() != null || given.getRawQuery() != null || given.getRawFragment() != null) {
            throw Settings.wrong(
                    PUBLIC_URL,
                    "must not hold an @ before its host, a question mark or a #: people would read another host into"
                            + " it. Write it such as https://shop.example/imtoken");
        }
        var address = given.toString();
        var base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        return id -> base + "/pay/" + id;
    }
}
