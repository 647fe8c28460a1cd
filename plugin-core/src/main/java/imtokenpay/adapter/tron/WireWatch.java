package imtokenpay.adapter.tron;

import imtokenpay.chain.Address;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.family.AssetName;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A [Watch] in the spelling of the wire, and the way back from there.
///
/// @param ours what was asked for
/// @param assets the asset in TRON's spelling for each in the wire's
record WireWatch(Watch ours, Watch onWire, Map<Asset, Asset> assets) {
    static WireWatch of(Watch ours) {
        var assets = ours.assets().stream().collect(Collectors.toMap(WireWatch::onWire, Function.identity()));
        var receivers = ours.receivers().stream()
                .map(receiver -> new Address(TronAddress.onWire(receiver.text())))
                .collect(Collectors.toSet());
        return new WireWatch(ours, new Watch(assets.keySet(), receivers), assets);
    }

    /// A token by the address of its contract on the wire; the coin as it is.
    static Asset onWire(Asset asset) {
        if (asset.isNative()) {
            return asset;
        }
        var name = AssetName.of(asset);
        return new AssetName(name.namespace(), TronAddress.onWire(name.reference())).in(asset);
    }

    /// Whether it was made of the same watch.
    boolean isOf(Watch other) {
        return ours.receivers() == other.receivers() && ours.assets().equals(other.assets());
    }

    /// Whether any of it is found by logs.
    boolean hasTokens() {
        return ours.assets().stream().anyMatch(asset -> !asset.isNative());
    }

    /// What the wire showed, in TRON's spelling.
    List<Transfer> ours(List<Transfer> transfers) {
        return transfers.stream().map(this::ours).toList();
    }

    // TRON writes a transaction's hash without the 0x of the wire.
    private Transfer ours(Transfer transfer) {
        var id = transfer.id();
        var amount = transfer.amount();
        return new Transfer(
                new TransferId(id.chain(), id.txHash().substring(2), id.logIndex()),
                new Amount(amount.units(), assets.getOrDefault(amount.asset(), amount.asset())),
                TronAddress.ofWire(transfer.sender().text()),
                TronAddress.ofWire(transfer.receiver().text()),
                transfer.sighting());
    }
}
