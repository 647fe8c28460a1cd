package imtokenpay.adapter.bitcoin.block;

import imtokenpay.chain.Address;
import imtokenpay.chain.watch.ChainUnavailable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads transactions one after another, and keeps what pays those who matter. For one block.
final class Transaction {
    /// What an input names: a transaction's hash and the number of one of its outputs.
    static final int OUTPOINT = Octets.HASH + Integer.BYTES;
    // 21 million bitcoins (Bitcoin Core, src/consensus/amount.h).
    private static final long SATS_MAX = 2_100_000_000_000_000L;
    // An input below it says that the transaction may be replaced (BIP-125).
    private static final long FINAL_MIN = 0xFFFFFFFEL;

    private record Output(int number, long sats, byte[] script, Address receiver) {}

    private final Octets octets;
    private final Receivers receivers;
    private final DoubleHash hash;
    private boolean replaceable;

    Transaction(Octets octets, Receivers receivers, DoubleHash hash) {
        this.octets = octets;
        this.receivers = receivers;
        this.hash = hash;
    }

    /// Passes one, and writes its hash (without its witnesses, BIP-141) where it is wanted.
    ///
    /// @return what it pays them
    List<Payment> next(byte[] hashes, int at) {
        var start = octets.pass(Integer.BYTES);
        // Where the number of inputs would stand there is a zero, and a one behind it (BIP-144).
        var hasWitnesses = octets.isNext(0);
        if (hasWitnesses) {
            octets.pass(2);
        }
        var inputs = octets.at();
        var inputCount = passInputs();
        var outputs = outputs();
        var end = octets.at();
        if (hasWitnesses) {
            passWitnesses(inputCount);
        }
        var lockTime = octets.pass(Integer.BYTES);
        hash.add(octets.bytes(), start, start + Integer.BYTES)
                .add(octets.bytes(), inputs, end)
                .add(octets.bytes(), lockTime, lockTime + Integer.BYTES)
                .into(hashes, at);
        if (outputs.isEmpty()) {
            return List.of();
        }
        var spends = new Inputs(octets.bytes(), inputs, hasWitnesses ? Optional.of(end) : Optional.empty());
        return payments(Octets.hash(hashes, at), outputs, spends);
    }

    /// Whether the one that was passed last says that another may take its place before a block holds it.
    boolean isReplaceable() {
        return replaceable;
    }

    private int passInputs() {
        replaceable = false;
        var count = octets.count();
        if (count == 0) {
            throw new ChainUnavailable("the node's block holds a transaction without inputs");
        }
        for (var i = 0; i < count; i++) {
            octets.pass(OUTPOINT);
            octets.passCounted();
            replaceable |= octets.fourBytes() < FINAL_MIN;
        }
        return count;
    }

    private List<Output> outputs() {
        var found = new ArrayList<Output>();
        var count = octets.count();
        for (var i = 0; i < count; i++) {
            var number = i;
            var sats = octets.eightBytes();
            if (sats < 0 || sats > SATS_MAX) {
                throw new ChainUnavailable("the node's block moves more bitcoins than there can be");
            }
            var from = octets.passCounted();
            if (sats > 0) {
                receivers
                        .receiver(octets.bytes(), from, octets.at())
                        .map(receiver -> new Output(number, sats, octets.copy(from, octets.at()), receiver))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private void passWitnesses(int inputs) {
        for (var i = 0; i < inputs; i++) {
            var count = octets.count();
            for (var item = 0; item < count; item++) {
                octets.passCounted();
            }
        }
    }

    private List<Payment> payments(String txId, List<Output> outputs, Inputs spends) {
        var sender = spends.sender(receivers.net());
        return outputs.stream()
                .filter(output -> !spends.spendFrom(output.script()))
                .map(output -> new Payment(
                        txId,
                        output.number(),
                        BigInteger.valueOf(output.sats()),
                        new Payment.Parties(sender, output.receiver())))
                .toList();
    }
}
