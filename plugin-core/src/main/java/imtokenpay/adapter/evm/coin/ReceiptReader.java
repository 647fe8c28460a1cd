package imtokenpay.adapter.evm.coin;

import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.json.ResultReader;
import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.math.BigInteger;
import tools.jackson.core.JsonToken;

/// Reads the answer to `eth_getTransactionReceipt`. For one use.
final class ReceiptReader implements ResultReader<Receipt> {
    private final Field blockHash = new Field("blockHash");
    private final Field status = new Field("status");
    private final Field gas = new Field("gasUsed");
    private final Field gasPrice = new Field("effectiveGasPrice");
    // The chains of Optimism's kind charge for their place on Ethereum, too.
    private final Field dataFee = new Field("l1Fee");
    private final Field blobGas = new Field("blobGasUsed");
    private final Field blobGasPrice = new Field("blobGasPrice");

    @Override
    public Receipt read(Tokens tokens) {
        var json = tokens.json();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new ChainUnavailable(Reason.INCONSISTENT, "the node has no receipt of a transaction that it showed");
        }
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "blockHash" -> blockHash.take(tokens);
                case "status" -> status.take(tokens);
                case "gasUsed" -> gas.take(tokens);
                case "effectiveGasPrice" -> gasPrice.take(tokens);
                case "l1Fee" -> dataFee.take(tokens);
                case "blobGasUsed" -> blobGas.take(tokens);
                case "blobGasPrice" -> blobGasPrice.take(tokens);
                default -> json.skipChildren();
            }
        }
        return new Receipt(blockHash.hash(), status.small() == 1, fee());
    }

    // What a node leaves out counts 0: then the sender seems to have received less, never more.
    private BigInteger fee() {
        return gas.numberOrZero()
                .multiply(gasPrice.numberOrZero())
                .add(dataFee.numberOrZero())
                .add(blobGas.numberOrZero().multiply(blobGasPrice.numberOrZero()));
    }
}
