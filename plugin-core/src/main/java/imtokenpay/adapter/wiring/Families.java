package imtokenpay.adapter.wiring;

import imtokenpay.adapter.bitcoin.BitcoinFamily;
import imtokenpay.adapter.evm.EvmFamily;
import imtokenpay.adapter.tron.TronFamily;
import imtokenpay.chain.family.ChainFamily;
import imtokenpay.money.ChainId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The families of chains that can be read. A new one is a line here.
final class Families {
    private static final List<ChainFamily> ALL = List.of(new EvmFamily(), new BitcoinFamily(), new TronFamily());

    private Families() {}

    /// The family of a chain.
    ///
    /// @throws IllegalArgumentException in words that follow the setting's name if none reads it, or its id
    /// is written wrongly
    static ChainFamily of(ChainId chain) {
        var family = find(chain)
                .orElseThrow(() -> new IllegalArgumentException(
                        "names the family " + chain.family() + ", which cannot be read yet. Those that can are "
                                + ALL.stream().map(ChainFamily::namespace).collect(Collectors.joining(", "))));
        family.check(chain);
        return family;
    }

    private static Optional<ChainFamily> find(ChainId chain) {
        return ALL.stream()
                .filter(family -> family.namespace().equals(chain.family()))
                .findFirst();
    }
}
