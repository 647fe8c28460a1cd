package imtokenpay.adapter.tron;

import imtokenpay.adapter.evm.EvmChainReader;
import imtokenpay.adapter.evm.EvmNetwork;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads a chain of TRON's as one of Ethereum's: asks in the spelling of the wire, and tells in TRON's.
final class TronChainReader implements NodeReader {
    private final EvmChainReader wire;
    private final CoinProof coins;
    private final LogIndex index;
    private volatile Optional<WireWatch> made = Optional.empty();

    TronChainReader(EvmNetwork network, InstantSource clock) {
        this.wire = new EvmChainReader(network, clock);
        this.coins = new CoinProof(network, clock);
        this.index = new LogIndex(network, clock);
    }

    @Override
    public ChainId chain() {
        return wire.chain();
    }

    @Override
    public Reading read(ChainTail known, Watch watch, long heightMax) {
        var ready = ready(watch);
        var reading = wire.read(known, ready.onWire(), heightMax);
        if (ready.hasTokens()) {
            index.check(reading.fork().height() + 1, reading.last().height());
        }
        return new Reading(
                reading.fork(),
                reading.blocks(),
                coins.proven(ready.ours(reading.transfers())),
                reading.view(),
                reading.isComplete());
    }

    @Override
    public List<Transfer> transfersIn(long from, long to, Watch watch) {
        var ready = ready(watch);
        return coins.proven(ready.ours(wire.transfersIn(from, to, ready.onWire())));
    }

    @Override
    public BlockRef beginning(Instant moment) {
        return wire.beginning(moment);
    }

    @Override
    public BlockRef newest() {
        return wire.newest();
    }

    @Override
    public OptionalLong head() {
        return wire.head();
    }

    @Override
    public int decimals(Asset asset) {
        if (asset.isNative()) {
            coins.check();
        }
        return wire.decimals(WireWatch.onWire(asset));
    }

    @Override
    public void close() {
        wire.close();
        coins.close();
        index.close();
    }

    // Made once for each watch, not for each look: of thousands of addresses that takes a while.
    private WireWatch ready(Watch watch) {
        var ready = made.filter(before -> before.isOf(watch)).orElseGet(() -> WireWatch.of(watch));
        made = Optional.of(ready);
        return ready;
    }
}
