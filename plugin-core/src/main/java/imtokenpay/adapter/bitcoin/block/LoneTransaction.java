package imtokenpay.adapter.bitcoin.block;

import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import java.util.List;
import java.util.Optional;

/// A transaction without its block, held against its own hash.
public final class LoneTransaction {
    private LoneTransaction() {}

    /// What it pays, and to whom. What comes back to whom it was spent from is change and left out, as
    /// in blocks.
    ///
    /// @param id 64 small digits
    /// @throws ChainUnavailable if the bytes are not all of that transaction, and nothing but that
    /// transaction
    public static List<Move> moves(byte[] bytes, String id, BitcoinNet net) {
        var octets = new Octets(bytes, 0);
        var hash = new byte[Octets.HASH];
        var payments = new Transaction(octets, new Everybody(net), new DoubleHash()).next(hash, 0);
        if (!octets.isAtEnd() || !Octets.hash(hash, 0).equals(id)) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT, "the node answered another transaction than the one that was asked for");
        }
        return payments.stream().map(LoneTransaction::move).toList();
    }

    private static Move move(Payment payment) {
        var parties = payment.parties();
        return new Move(Optional.empty(), parties.sender(), parties.receiver(), payment.sats());
    }
}
