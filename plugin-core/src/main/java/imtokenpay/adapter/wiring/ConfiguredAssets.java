package imtokenpay.adapter.wiring;

import imtokenpay.adapter.evm.EvmAddress;
import imtokenpay.chain.Finality;
import imtokenpay.flow.start.Provision;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.ReceivingModes;
import imtokenpay.money.Asset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The accepted assets and their receiving modes as configured: `imtoken.assets` lists their names,
/// `imtoken.asset.NAME.*` says the rest.
public final class ConfiguredAssets implements Provision, ReceivingModes {
    /// The depth that exchanges ask for on Ethereum is 12 to 30; fewer is for small sums (docs/configure.md).
    private static final int CONFIRMATIONS_DEFAULT = 12;

    private final List<AcceptedAsset> assets = new ArrayList<>();
    private final Map<Asset, ReceivingMode> modes = new HashMap<>();
    private final ConfiguredRates rates;

    ConfiguredAssets(Settings settings, ConfiguredNetworks networks, Instant now) {
        var named = new LinkedHashMap<String, Asset>();
        for (var name : settings.list("imtoken.assets")) {
            var prefix = "imtoken.asset." + name + ".";
            var asset = asset(settings, prefix);
            var accepted = accepted(settings, networks, asset, prefix);
            assets.add(accepted);
            modes.put(asset, ConfiguredMode.read(settings, prefix, accepted));
            named.put(name, asset);
        }
        rates = new ConfiguredRates(settings, named, now);
    }

    @Override
    public List<AcceptedAsset> assets() {
        return List.copyOf(assets);
    }

    /// Their rates.
    ConfiguredRates rates() {
        return rates;
    }

    @Override
    public ReceivingMode of(Asset asset) {
        return modes.getOrDefault(asset, new ReceivingMode.Shared());
    }

    private static Asset asset(Settings settings, String prefix) {
        try {
            var decimals = settings.number(prefix + "decimals", -1);
            return canonical(new Asset(settings.text(prefix + "id"), settings.text(prefix + "symbol"), decimals));
        } catch (IllegalArgumentException wrong) {
            throw wrong.getMessage().startsWith("Configuration")
                    ? wrong
                    : Settings.wrong(prefix + "*", wrong.getMessage());
        }
    }

    // One token, one spelling: else two spellings would be two assets, and a mistyped one would be asked of the node.
    private static Asset canonical(Asset asset) {
        if (asset.isNative()) {
            return asset;
        }
        var contract = asset.contract().orElseThrow();
        var prefix = asset.id().substring(0, asset.id().length() - contract.length());
        return new Asset(prefix + EvmAddress.parse(contract).text(), asset.symbol(), asset.decimals());
    }

    private static AcceptedAsset accepted(Settings settings, ConfiguredNetworks networks, Asset asset, String prefix) {
        var network = networks.named(asset.chain())
                .orElseThrow(() -> Settings.wrong(
                        prefix + "id", "is on chain " + asset.chain() + ", but imtoken.networks has no such chain"));
        var address = settings.text(prefix + "address");
        try {
            return new AcceptedAsset(
                    asset,
                    network.name(),
                    EvmAddress.parse(address),
                    new Finality.Depth(settings.number(prefix + "confirmations", CONFIRMATIONS_DEFAULT)),
                    new AcceptedAsset.Standing(false, network.test()));
        } catch (IllegalArgumentException wrong) {
            throw Settings.wrong(prefix + "*", wrong.getMessage());
        }
    }
}
