package imtokenpay.adapter.evm.coin;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is known to have flowed to and from ours, block by block: the transfers that transactions made, and how each
/// balance must have changed by that.
public final class Flows {
    private final Asset coin;
    private final Instant now;
    private final List<Transfer> transfers = new ArrayList<>();
    private final Map<String, TreeMap<Long, BigInteger>> changes = new HashMap<>();

    public Flows(Asset coin, Instant now) {
        this.coin = coin;
        this.now = now;
    }

    /// Adds a transaction, now that its receipt is there.
    ///
    /// @throws imtokenpay.chain.watch.ChainUnavailable if the receipt is of another block
    public void add(CoinMove move, BlockRef block, Receipt receipt) {
        receipt.checkIsOf(block);
        var moved = receipt.worked() ? move.units() : BigInteger.ZERO;
        if (move.receiver().isOurs() && moved.signum() > 0) {
            transfers.add(move.in(block, coin, now));
            change(move.receiver().address(), block, moved);
        }
        if (move.sender().isOurs()) {
            change(move.sender().address(), block, moved.add(receipt.fee()).negate());
        }
    }

    /// Adds what a block brought without a transaction.
    public void add(EvmBlock block) {
        block.withdrawals().forEach(paid -> change(paid.receiver(), block.ref(), paid.units()));
    }

    /// The transfers that worked.
    public List<Transfer> transfers() {
        return transfers;
    }

    /// By how much a balance changed after one block and up to another, as far as we know why.
    BigInteger explained(String address, long after, long to) {
        var known = changes.get(address);
        return known == null
                ? BigInteger.ZERO
                : known.subMap(after, false, to, true).values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    private void change(String address, BlockRef block, BigInteger by) {
        changes.computeIfAbsent(address, any -> new TreeMap<>()).merge(block.height(), by, BigInteger::add);
    }
}
