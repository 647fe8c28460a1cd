package imtokenpay.adapter.evm.coin;

import imtokenpay.adapter.evm.json.AddressKey;
import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.json.ResultReader;
import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.adapter.evm.watch.Watched;
import imtokenpay.chain.watch.ChainUnavailable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonToken;

/// Reads a block with its transactions and keeps those that concern us. For one use.
final class BlockReader implements ResultReader<EvmBlock> {
    private static final BigInteger WEI_A_GWEI = BigInteger.valueOf(1_000_000_000);

    private final Watched watched;
    private final Field hash = new Field("transaction's hash");
    private final Field from = new Field("from");
    private final Field to = new Field("to");
    private final Field value = new Field("value");
    private final Field address = new Field("withdrawal's address");
    private final Field amount = new Field("withdrawal's amount");
    private final AddressKey sender = new AddressKey();
    private final AddressKey receiver = new AddressKey();
    private final List<CoinMove> moves = new ArrayList<>();
    private final List<EvmBlock.Withdrawal> withdrawals = new ArrayList<>();
    private boolean hasTransactions;

    BlockReader(Watched watched) {
        this.watched = watched;
    }

    @Override
    public EvmBlock read(Tokens tokens) {
        var json = tokens.json();
        var ref = new HeaderReader() {
            @Override
            void other(String name, Tokens part) {
                switch (name) {
                    case "transactions" -> transactions(part);
                    case "withdrawals" -> withdrawals(part);
                    default -> part.json().skipChildren();
                }
            }
        }.read(tokens);
        if (!hasTransactions) {
            throw withoutTransactions();
        }
        return new EvmBlock(ref, moves, withdrawals);
    }

    private void transactions(Tokens tokens) {
        var json = tokens.json();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw withoutTransactions();
        }
        hasTransactions = true;
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token != JsonToken.START_OBJECT) {
                throw withoutTransactions();
            }
            transaction(tokens);
        }
    }

    private void transaction(Tokens tokens) {
        var json = tokens.json();
        hash.clear();
        from.clear();
        to.clear();
        value.clear();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "hash" -> hash.take(tokens);
                case "from" -> from.take(tokens);
                case "to" -> to.take(tokens);
                case "value" -> value.take(tokens);
                default -> json.skipChildren();
            }
        }
        var hasReceiver = to.readAddress(receiver);
        var isToUs = hasReceiver && watched.isReceiver(receiver);
        var isFromUs = watched.hasBalances() && from.readAddress(sender) && watched.isReceiver(sender);
        if (isToUs || isFromUs) {
            if (!from.readAddress(sender)) {
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

    private void withdrawals(Tokens tokens) {
        var json = tokens.json();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                withdrawal(tokens);
            } else {
                json.skipChildren();
            }
        }
    }

    private void withdrawal(Tokens tokens) {
        var json = tokens.json();
        address.clear();
        amount.clear();
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "address" -> address.take(tokens);
                case "amount" -> amount.take(tokens);
                default -> json.skipChildren();
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
