package imtokenpay.adapter.bitcoin.block;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.time.Instant;

/// One output of a transaction that pays somebody we look out for.
///
/// @param output its place among the transaction's outputs, from 0
/// @param sats how much, in hundred-millionths of a bitcoin
/// @param parties who is paid, and by whom as far as the transaction shows it
record Payment(String txId, int output, BigInteger sats, Parties parties) {
    /// @param sender the address that the first input was spent from; where it does not show, what it spent,
    /// as `TXID:OUTPUT`
    record Parties(Address sender, Address receiver) {}

    Transfer in(BlockRef block, Asset coin, Instant seenAt) {
        return new Transfer(
                new TransferId(coin.chain(), txId, output),
                new Amount(sats, coin),
                parties.sender(),
                parties.receiver(),
                new Transfer.Sighting(seenAt, block.time(), new Inclusion.Included(block)));
    }
}
