package imtokenpay.adapter.evm.coin;

import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.math.BigInteger;

/// Reads the answer to `eth_getTransactionReceipt`. For one use.
final class ReceiptReader implements Walker<Receipt> {
    private final Field blockHash = new Field("blockHash");
    private final Field status = new Field("status");
    private final Field gas = new Field("gasUsed");
    private final Field gasPrice = new Field("effectiveGasPrice");
    // The chains of Optimism's kind charge for their place on Ethereum, too.
    private final Field dataFee = new Field("l1Fee");
    private final Field blobGas = new Field("blobGasUsed");
    private final Field blobGasPrice = new Field("blobGasPrice");
    private final Field[] fields = {blockHash, status, gas, gasPrice, dataFee, blobGas, blobGasPrice};

    @Override
    public Receipt walk(Slice slice) {
        if (!slice.isAt('{')) {
            throw new ChainUnavailable(Reason.INCONSISTENT, "the node has no receipt of a transaction that it showed");
        }
        for (var more = slice.opens('{', '}'); more; more = slice.goesOn('}')) {
            slice.name();
            if (!Field.take(slice, fields)) {
                slice.value();
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
