package imtokenpay.adapter.tron;

import imtokenpay.adapter.evm.EvmChainReader;
import imtokenpay.adapter.evm.EvmNetwork;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.TransactionAnswer;
import imtokenpay.chain.watch.TransactionAnswer.Done;
import imtokenpay.chain.watch.TransactionAnswer.Failed;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import imtokenpay.chain.watch.TransactionAnswer.Pending;
import imtokenpay.chain.watch.TransactionAnswer.Unknown;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

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
    public TransactionAnswer transaction(String txHash) {
        return switch (wire.transaction("0x" + txHash)) {
            case Done done -> new Done(done.height(), moves(done, txHash));
            // Before a block holds it, TRX cannot be told from what only looks like it.
            case Pending any -> new Pending(List.of());
            case Failed failed -> failed;
            case Unknown unknown -> unknown;
        };
    }

    private List<Move> moves(Done done, String txHash) {
        var tokens = done.moves().stream()
                .filter(move -> move.token().isPresent())
                .map(TronChainReader::ours)
                .toList();
        var hasCoins = tokens.size() < done.moves().size();
        var proven = hasCoins ? coins.moves(done.height(), txHash) : List.<Move>of();
        return Stream.concat(proven.stream(), tokens.stream()).toList();
    }

    private static Move ours(Move move) {
        return new Move(
                move.token().map(token -> TronAddress.ofWire(token.text())),
                TronAddress.ofWire(move.from().text()),
                TronAddress.ofWire(move.to().text()),
                move.units());
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
