package imtokenpay.adapter.bitcoin.block;

import imtokenpay.adapter.bitcoin.address.BitcoinAddress;
import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.adapter.bitcoin.address.KeyForm;
import imtokenpay.chain.Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whose money a transaction spends, as far as it says so itself. An input names the output that it spends,
/// not its address; but whoever spends by a single key shows that key. Of other inputs (taproot, several
/// signers) nothing shows.
final class Inputs {
    private static final int KEY_BYTES = 33;
    private static final int LONG_KEY_BYTES = 65;
    private static final int KEY_WITNESSES = 2;

    private record Part(int from, int to) {
        int length() {
            return to - from;
        }
    }

    private final Octets octets;
    private final String firstSpent;
    private final List<Optional<byte[]>> scripts = new ArrayList<>();

    /// @param inputs where the number of inputs stands
    /// @param witnesses where the witnesses begin; empty where there are none
    Inputs(byte[] bytes, int inputs, Optional<Integer> witnesses) {
        octets = new Octets(bytes, inputs);
        var count = octets.count();
        firstSpent = Octets.hash(bytes, octets.at()) + ":" + new Octets(bytes, octets.at() + Octets.HASH).fourBytes();
        var unlocking = new ArrayList<Part>();
        for (var i = 0; i < count; i++) {
            octets.pass(Transaction.OUTPOINT);
            unlocking.add(counted(octets));
            octets.pass(Integer.BYTES);
        }
        var witness = witnesses.map(at -> new Octets(bytes, at));
        for (var script : unlocking) {
            scripts.add(spent(script, witness.flatMap(Inputs::witnessKey)));
        }
    }

    /// Who pays: an address, or what is spent first where no address shows.
    Address sender(BitcoinNet net) {
        return scripts.getFirst()
                .flatMap(script -> BitcoinAddress.of(net, script))
                .orElseGet(() -> new Address(firstSpent));
    }

    /// Whether money was spent from that script: then what comes back to it is change.
    boolean spendFrom(byte[] script) {
        return scripts.stream().flatMap(Optional::stream).anyMatch(spent -> Arrays.equals(spent, script));
    }

    private Optional<byte[]> spent(Part unlocking, Optional<Part> witnessKey) {
        if (witnessKey.isPresent()) {
            var key = octets.copy(witnessKey.get().from(), witnessKey.get().to());
            return Optional.of((unlocking.length() == 0 ? KeyForm.P2WPKH : KeyForm.P2SH_P2WPKH).script(key));
        }
        return pushedKey(unlocking).map(part -> KeyForm.P2PKH.script(octets.copy(part.from(), part.to())));
    }

    // A signature and a key, each after its length.
    private Optional<Part> pushedKey(Part unlocking) {
        if (unlocking.length() <= 1) {
            return Optional.empty();
        }
        var bytes = octets.bytes();
        var second = unlocking.from() + 1 + (bytes[unlocking.from()] & 0xFF);
        if (second >= unlocking.to()) {
            return Optional.empty();
        }
        var length = bytes[second] & 0xFF;
        var isKey = length == KEY_BYTES || length == LONG_KEY_BYTES;
        return isKey && second + 1 + length == unlocking.to()
                ? Optional.of(new Part(second + 1, unlocking.to()))
                : Optional.empty();
    }

    // Passes the witnesses of one input; a signature and a key are two.
    private static Optional<Part> witnessKey(Octets witness) {
        var count = witness.count();
        Optional<Part> last = Optional.empty();
        for (var i = 0; i < count; i++) {
            last = Optional.of(counted(witness));
        }
        return last.filter(part -> count == KEY_WITNESSES && part.length() == KEY_BYTES);
    }

    private static Part counted(Octets octets) {
        var from = octets.passCounted();
        return new Part(from, octets.at());
    }
}
