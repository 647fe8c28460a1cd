package imtokenpay.simulation;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.FreshAddresses;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.merchant.ReceivingSlot.Takes;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Ledger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Accepted assets and slots in memory.
class MemoryMerchant implements AcceptedAssets, ReceivingSlots, FreshAddresses {
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
        var wanted = switch (slot.takes()) {
            case Takes.Exactly exactly -> Use.SHARED;
            case Takes.Any any -> Use.EXCLUSIVE;
        };
        var address = ReceivingSlot.any(slot.receiver(), slot.asset());
        store.tables().uses().putIfAbsent(address, wanted);
        return store.tables().uses().get(address) == wanted
                && store.tables().slots().putIfAbsent(slot, new MemoryStore.SlotRow(paymentId, until)) == null;
    }

    @Override
    public Optional<String> holder(Address receiver, Amount came) {
        return Stream.of(new ReceivingSlot(receiver, came), ReceivingSlot.any(receiver, came.asset()))
                .flatMap(slot -> Stream.ofNullable(store.tables().slots().get(slot)))
                .map(MemoryStore.SlotRow::paymentId)
                .findFirst();
    }

    @Override
    public Optional<Use> use(Asset asset, Address address) {
        return Optional.ofNullable(store.tables().uses().get(ReceivingSlot.any(address, asset)));
    }

    @Override
    public Set<Address> exclusive(Asset asset) {
        return store.tables().slots().keySet().stream()
                .filter(slot -> slot.equals(ReceivingSlot.any(slot.receiver(), asset)))
                .map(ReceivingSlot::receiver)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean take(Series series, int index, Address address) {
        return store.tables().fresh().putIfAbsent(new MemoryStore.FreshKey(series, index), address) == null;
    }

    @Override
    public List<Taken> newest(Series series) {
        return store.tables().fresh().entrySet().stream()
                .filter(row -> row.getKey().series().equals(series))
                .sorted(Comparator.comparing(row -> -row.getKey().index()))
                .limit(UNPAID_MAX)
                .map(row -> taken(series, row.getKey().index(), row.getValue()))
                .toList();
    }

    private Taken taken(Series series, int index, Address address) {
        var isPaid = store.tables().transfers().values().stream()
                .map(Ledger.Entry::transfer)
                .anyMatch(transfer -> transfer.receiver().equals(address)
                        && transfer.amount().asset().equals(series.asset())
                        && transfer.isIncluded());
        return new Taken(
                index, address, isPaid, store.tables().slots().containsKey(ReceivingSlot.any(address, series.asset())));
    }

    @Override
    public Set<Address> receivers(ChainId chain) {
        return store.tables().slots().keySet().stream()
                .filter(slot -> slot.asset().chain().equals(chain))
                .map(ReceivingSlot::receiver)
                .collect(Collectors.toSet());
    }

    @Override
    public long shown(ChainId chain) {
        return shownOn(chain).count();
    }

    @Override
    public Set<Address> shownAfter(ChainId chain, long number) {
        return shownOn(chain).skip(number).collect(Collectors.toSet());
    }

    private Stream<Address> shownOn(ChainId chain) {
        return store.tables().uses().keySet().stream()
                .filter(slot -> slot.asset().chain().equals(chain))
                .map(ReceivingSlot::receiver);
    }

    @Override
    public boolean areLeasedAfter(ChainId chain, Instant moment) {
        return store.tables().slots().entrySet().stream()
                .filter(slot -> slot.getKey().asset().chain().equals(chain))
                .anyMatch(slot -> slot.getValue().until().isAfter(moment));
    }

    @Override
    public void releaseDue(ChainId chain, Instant before) {
        store.tables()
                .slots()
                .entrySet()
                .removeIf(slot -> slot.getKey().asset().chain().equals(chain)
                        && slot.getValue().until().isBefore(before));
    }
}
