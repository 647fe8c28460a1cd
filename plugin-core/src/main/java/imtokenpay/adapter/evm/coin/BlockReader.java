package imtokenpay.adapter.evm.coin;

import imtokenpay.adapter.evm.json.AddressKey;
import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.adapter.evm.watch.Watched;
import imtokenpay.chain.watch.ChainUnavailable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Reads a block with its transactions and keeps those that concern us. For one use.
final class BlockReader implements Walker<EvmBlock> {
    private static final BigInteger WEI_A_GWEI = BigInteger.valueOf(1_000_000_000);

    private final Watched watched;
    private final Field hash = new Field("hash");
    private final Field from = new Field("from");
    private final Field to = new Field("to");
    private final Field value = new Field("value");
    private final Field[] transaction = {hash, from, to, value};
    private final Field address = new Field("address");
    private final Field amount = new Field("amount");
    private final Field[] withdrawal = {address, amount};
    private final AddressKey sender = new AddressKey();
    private final AddressKey receiver = new AddressKey();
    private final List<CoinMove> moves = new ArrayList<>();
    private final List<EvmBlock.Withdrawal> withdrawals = new ArrayList<>();
    private boolean hasTransactions;

    BlockReader(Watched watched) {
        this.watched = watched;
    }

    @Override
    public EvmBlock walk(Slice slice) {
        var ref = new HeaderReader() {
            @Override
            void other(Slice part) {
                if (part.isNamed("transactions")) {
                    transactions(part);
                } else if (part.isNamed("withdrawals") && part.isAt('[')) {
                    withdrawals(part);
                } else {
                    part.value();
                }
            }
        }.walk(slice);
        if (!hasTransactions) {
            throw withoutTransactions();
        }
        return new EvmBlock(ref, moves, withdrawals);
    }

    private void transactions(Slice slice) {
        hasTransactions = true;
        for (var more = slice.opens('[', ']'); more; more = slice.goesOn(']')) {
            if (!slice.isAt('{')) {
                throw withoutTransactions();
            }
            transaction(slice);
        }
    }

    private void transaction(Slice slice) {
        Field.clear(transaction);
        for (var more = slice.opens('{', '}'); more; more = slice.goesOn('}')) {
            slice.name();
            if (!Field.take(slice, transaction)) {
                slice.value();
            }
        }
        keepIfOurs();
    }

    private void keepIfOurs() {
        var hasReceiver = to.readAddress(receiver);
        var isToUs = hasReceiver && watched.isReceiver(receiver);
        var isFromUs = watched.hasBalances() && from.readAddress(sender) && watched.isReceiver(sender);
        if (isToUs || isFromUs) {
            if (!from.readAddress(sender)) {
                if (!watched.hasSenders()) {
                    return;
                }
                throw new ChainUnavailable("the node's answer has a transaction from nobody");
            }
            var units = value.number();
            var toSelf = hasReceiver && sender.isSameAs(receiver);
            var pays = isToUs && !toSelf && units.signum() > 0;
            if (pays || isFromUs) {
                moves.add(new CoinMove(
                        hash.hash(),
                        toSelf ? BigInteger.ZERO : units,
                        new CoinMove.Party(sender.text(), isFromUs),
                        new CoinMove.Party(hasReceiver ? receiver.text() : "", pays)));
            }
        }
    }

    private void withdrawals(Slice slice) {
        for (var more = slice.opens('[', ']'); more; more = slice.goesOn(']')) {
            if (slice.isAt('{')) {
                withdrawal(slice);
            } else {
                slice.value();
            }
        }
    }

    private void withdrawal(Slice slice) {
        Field.clear(withdrawal);
        for (var more = slice.opens('{', '}'); more; more = slice.goesOn('}')) {
            slice.name();
            if (!Field.take(slice, withdrawal)) {
                slice.value();
            }
        }
        if (address.readAddress(receiver) && watched.isReceiver(receiver)) {
            withdrawals.add(
                    new EvmBlock.Withdrawal(receiver.text(), amount.number().multiply(WEI_A_GWEI)));
        }
    }

    private static ChainUnavailable withoutTransactions() {
        return new ChainUnavailable("a block came without its transactions");
    }
}
