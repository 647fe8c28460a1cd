package imtokenpay.simulation;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.money.ChainId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Accepted assets and slots in memory.
class MemoryMerchant implements AcceptedAssets, ReceivingSlots {
    private final MemoryStore store;

    MemoryMerchant(MemoryStore store) {
        this.store = store;
    }

    @Override
    public List<AcceptedAsset> all() {
        return List.copyOf(store.tables().assets().values());
    }

    @Override
    public List<AcceptedAsset> on(ChainId chain) {
        return all().stream()
                .filter(accepted -> accepted.asset().chain().equals(chain))
                .toList();
    }

    @Override
    public Optional<AcceptedAsset> byId(String assetId) {
        return Optional.ofNullable(store.tables().assets().get(assetId));
    }

    @Override
    public void provide(AcceptedAsset asset) {
        store.tables().assets().put(asset.asset().id(), asset);
    }

    @Override
    public void verified(String assetId) {
        var asset = byId(assetId).orElseThrow();
        provide(new AcceptedAsset(
                asset.asset(),
                asset.network(),
                asset.receiver(),
                asset.finality(),
                new AcceptedAsset.Standing(true, asset.test())));
    }

    @Override
    public void finality(String assetId, Finality finality) {
        var asset = byId(assetId).orElseThrow();
        provide(new AcceptedAsset(asset.asset(), asset.network(), asset.receiver(), finality, asset.standing()));
    }

    @Override
    public boolean lease(ReceivingSlot slot, String paymentId, Instant until) {
        return store.tables().slots().putIfAbsent(slot, new MemoryStore.SlotRow(paymentId, until)) == null;
    }

    @Override
    public Optional<String> holder(ReceivingSlot slot) {
        return Optional.ofNullable(store.tables().slots().get(slot)).map(MemoryStore.SlotRow::paymentId);
    }

    @Override
    public Set<Address> receivers(ChainId chain) {
        return store.tables().slots().keySet().stream()
                .filter(slot -> slot.amount().asset().chain().equals(chain))
                .map(ReceivingSlot::receiver)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean areLeasedAfter(ChainId chain, Instant moment) {
        return store.tables().slots().entrySet().stream()
                .filter(slot -> slot.getKey().amount().asset().chain().equals(chain))
                .anyMatch(slot -> slot.getValue().until().isAfter(moment));
    }

    @Override
    public void releaseDue(Instant before) {
        store.tables().slots().values().removeIf(row -> row.until().isBefore(before));
    }
}
