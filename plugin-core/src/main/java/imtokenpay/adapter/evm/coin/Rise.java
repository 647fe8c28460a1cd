package imtokenpay.adapter.evm.coin;

import imtokenpay.adapter.evm.json.AddressKey;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How balances changed between two blocks, to be halved until each rise that no transaction explains is in one block.
///
/// @param addresses whose balances, as small hexadecimal digits
public record Rise(List<String> addresses, Stand before, Stand after) {
    /// Nobody knows who sent it: a contract did, and no log says for whom.
    private static final Address NOBODY = new Address("0x" + "0".repeat(40));

    private static final int BITS_MAX = 256;

    /// The balances at a height, in the order of the addresses.
    public record Stand(long height, List<BigInteger> units) {}

    /// Whether any balance rose by more than is known.
    public boolean isUnexplained(Flows flows) {
        for (var i = 0; i < addresses.size(); i++) {
            if (unexplained(i, flows).signum() > 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is within one block.
    public boolean isInOneBlock() {
        return after.height() == before.height() + 1;
    }

    /// Asks for the balances at both ends, once more.
    public List<RpcCall<Optional<List<BigInteger>>>> ends() {
        return List.of(BalanceCall.at(before.height(), addresses), BalanceCall.at(after.height(), addresses));
    }

    /// Whether that answer is the same as before. What a node does not know any more, it does not deny.
    public boolean isSaidAgain(List<Optional<List<BigInteger>>> said) {
        return said.getFirst().map(before.units()::equals).orElse(true)
                && said.getLast().map(after.units()::equals).orElse(true);
    }

    /// Asks for the balances in the middle.
    public RpcCall<Optional<List<BigInteger>>> middle() {
        return BalanceCall.at(middleHeight(), addresses);
    }

    /// The two halves of it.
    public List<Rise> halves(List<BigInteger> middle) {
        var stand = new Stand(middleHeight(), middle);
        return List.of(new Rise(addresses, before, stand), new Rise(addresses, stand, after));
    }

    /// The money that came in that block without a transaction to us. Its id is made of the block's hash and the
    /// receiver, since there is at most one such sum for each; the sender is the zero address.
    public List<Transfer> transfers(BlockRef block, Flows flows, Asset coin, Instant now) {
        var transfers = new ArrayList<Transfer>();
        for (var i = 0; i < addresses.size(); i++) {
            var units = unexplained(i, flows);
            if (units.signum() > 0) {
                if (units.bitLength() > BITS_MAX) {
                    throw new ChainUnavailable(
                            Reason.INCONSISTENT, "the node told of balances or fees beyond all bounds");
                }
                var receiver = AddressKey.of(addresses.get(i));
                transfers.add(new Transfer(
                        new TransferId(coin.chain(), block.hash(), Integer.MIN_VALUE | (int) receiver.low()),
                        new Amount(units, coin),
                        NOBODY,
                        receiver.address(),
                        new Transfer.Sighting(now, block.time(), new Inclusion.Included(block))));
            }
        }
        return transfers;
    }

    private BigInteger unexplained(int index, Flows flows) {
        var rise = after.units().get(index).subtract(before.units().get(index));
        return rise.subtract(flows.explained(addresses.get(index), before.height(), after.height()));
    }

    private long middleHeight() {
        return before.height() + (after.height() - before.height()) / 2;
    }
}
