package imtokenpay.adapter.wiring;

import imtokenpay.adapter.rates.QuotedRates;
import imtokenpay.chain.Finality;
import imtokenpay.flow.start.Provision;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.ReceivingModes;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The accepted assets and their receiving modes as configured: `imtoken.assets` lists their names,
/// `imtoken.asset.NAME.*` says the rest.
public final class ConfiguredAssets implements Provision, ReceivingModes {
    private final List<AcceptedAsset> assets = new ArrayList<>();
    private final Map<Asset, ReceivingMode> modes = new HashMap<>();
    private final QuotedRates rates;

    public ConfiguredAssets(Settings settings, ConfiguredNetworks networks, InstantSource clock) {
        var named = new LinkedHashMap<String, Asset>();
        for (var name : settings.names("imtoken.assets")) {
            var prefix = "imtoken.asset." + name + ".";
            var asset = asset(settings, prefix);
            if (modes.containsKey(asset)) {
                throw Settings.wrong(prefix + "id", "names " + asset.id() + ", which another asset names already");
            }
            var accepted = accepted(settings, networks, asset, prefix);
            assets.add(accepted);
            modes.put(asset, ConfiguredMode.read(settings, prefix, accepted));
            named.put(name, asset);
        }
        rates = ConfiguredRates.read(settings, named, networks, clock);
    }

    @Override
    public List<AcceptedAsset> assets() {
        return List.copyOf(assets);
    }

    /// Their rates.
    public QuotedRates rates() {
        return rates;
    }

    @Override
    public ReceivingMode of(Asset asset) {
        return modes.getOrDefault(asset, new ReceivingMode.Shared());
    }

    private static Asset asset(Settings settings, String prefix) {
        try {
            var decimals = settings.number(prefix + "decimals", -1);
            var asset = new Asset(settings.text(prefix + "id"), settings.text(prefix + "symbol"), decimals);
            return Families.of(asset.chain()).asset(asset);
        } catch (IllegalArgumentException wrong) {
            throw wrong.getMessage().startsWith("Configuration")
                    ? wrong
                    : Settings.wrong(prefix + "*", wrong.getMessage());
        }
    }

    private static AcceptedAsset accepted(Settings settings, ConfiguredNetworks networks, Asset asset, String prefix) {
        var network = networks.named(asset.chain())
                .orElseThrow(() -> Settings.wrong(
                        prefix + "id", "is on chain " + asset.chain() + ", but imtoken.networks has no such chain"));
        var address = settings.text(prefix + "address");
        var family = Families.of(asset.chain());
        var finality = finality(settings, prefix, asset);
        try {
            return new AcceptedAsset(
                    asset,
                    network.name(),
                    family.address(asset.chain(), address),
                    finality,
                    new AcceptedAsset.Standing(false, network.test()));
        } catch (IllegalArgumentException wrong) {
            throw Settings.wrong(prefix + "*", wrong.getMessage());
        }
    }

    private static Finality finality(Settings settings, String prefix, Asset asset) {
        var family = Families.of(asset.chain());
        var confirmations = settings.number(prefix + "confirmations", family.confirmations());
        if (confirmations < 1 || confirmations > Finality.CONFIRMATIONS_MAX) {
            throw Settings.wrong(prefix + "confirmations", "must be 1 to " + Finality.CONFIRMATIONS_MAX);
        }
        var from = settings.optional(prefix + "final-from");
        if (from.isEmpty()) {
            return new Finality.Depth(confirmations);
        }
        if (!Finality.isCalledOn(asset.chain())) {
            throw Settings.wrong(
                    prefix + "final-from",
                    "is not for this chain, which calls no block final: ask for more confirmations instead");
        }
        try {
            return new Finality.Tiered(
                    confirmations, Amount.parse(from.get(), asset).units());
        } catch (IllegalArgumentException wrong) {
            throw Settings.wrong(prefix + "final-from", wrong.getMessage());
        }
    }
}
