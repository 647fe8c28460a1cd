package imtokenpay.adapter.evm.coin;

import imtokenpay.adapter.evm.json.AddressKey;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/// A transaction that carries the coin to one of ours, or that one of ours sent. A transaction that failed moves
/// nothing but its fee, so each is checked by its receipt.
///
/// @param units what it carries; 0 when it goes back to its sender
public record CoinMove(String txHash, BigInteger units, Party sender, Party receiver) {
    /// Somebody, and whether this transaction matters because of him.
    ///
    /// @param address as small hexadecimal digits; empty when a contract is made
    public record Party(String address, boolean isOurs) {}

    /// Asks how the transaction ended.
    public RpcCall<Receipt> receipt() {
        return RpcCall.of("eth_getTransactionReceipt", List.of(txHash), new ReceiptReader());
    }

    /// The transfer that it is once its receipt says that it worked.
    public Transfer in(BlockRef block, Asset coin, Instant now) {
        return new Transfer(
                new TransferId(coin.chain(), txHash, TransferId.NATIVE),
                new Amount(units, coin),
                AddressKey.of(sender.address()).address(),
                AddressKey.of(receiver.address()).address(),
                new Transfer.Sighting(now, block.time(), new Inclusion.Included(block)));
    }
}
