package imtokenpay.adapter.bitcoin.block;

import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import imtokenpay.chain.watch.WaitingPayment;
import imtokenpay.money.Amount;
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
        var transaction = new Transaction(octets, new Everybody(net), new DoubleHash());
        return payments(transaction, octets, id).stream()
                .map(LoneTransaction::move)
                .toList();
    }

    /// What one that waits for a block would pay to whom we look out for.
    ///
    /// @param id 64 small digits
    /// @throws ChainUnavailable if the bytes are not all of that transaction, and nothing but that
    /// transaction
    public static List<WaitingPayment> waiting(byte[] bytes, String id, WatchedScripts watched) {
        var octets = new Octets(bytes, 0);
        var transaction = new Transaction(octets, watched, new DoubleHash());
        var payments = payments(transaction, octets, id);
        return watched.coin().stream()
                .flatMap(coin -> payments.stream()
                        .map(payment -> new WaitingPayment(
                                id,
                                payment.parties().receiver(),
                                new Amount(payment.sats(), coin),
                                transaction.isReplaceable())))
                .toList();
    }

    private static List<Payment> payments(Transaction transaction, Octets octets, String id) {
        var hash = new byte[Octets.HASH];
        var payments = transaction.next(hash, 0);
        if (!octets.isAtEnd() || !Octets.hash(hash, 0).equals(id)) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT, "the node answered another transaction than the one that was asked for");
        }
        return payments;
    }

    private static Move move(Payment payment) {
        var parties = payment.parties();
        return new Move(Optional.empty(), parties.sender(), parties.receiver(), payment.sats());
    }
}
