package imtokenpay.adapter.evm.watch;

import imtokenpay.adapter.evm.json.AddressKey;
import imtokenpay.chain.Address;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A [Watch], made ready to be compared with what a node shows. Made once for each watch, not for each look.
public final class Watched {
    /// What one call can bring the balances of: a contract may return 24,576 bytes (EIP-170).
    private static final int BALANCES_MAX = 500;

    /// A watched token.
    public record Token(AddressKey contract, Asset asset, ChainId chain) {}

    private final Watch watch;
    private final boolean showsAllCoins;
    private final AddressTable receivers;
    private final List<Token> tokens = new ArrayList<>();
    private final Optional<Asset> coin;
    // Made when they are first needed; by two at once, they are the same.
    private volatile Optional<List<String>> words = Optional.empty();

    /// On a chain that shows all that its coin does.
    public Watched(Watch watch) {
        this(watch, true);
    }

    /// @param showsAllCoins whether balances of past blocks and their transactions tell all that the coin does
    public Watched(Watch watch, boolean showsAllCoins) {
        this.watch = watch;
        this.showsAllCoins = showsAllCoins;
        this.receivers = new AddressTable(watch.receivers());
        for (var asset : watch.assets()) {
            asset.contract()
                    .ifPresent(contract -> tokens.add(new Token(AddressKey.of(contract), asset, asset.chain())));
        }
        this.coin = watch.assets().stream().filter(Asset::isNative).findFirst();
    }

    /// Whether it was made of the same watch.
    public boolean isOf(Watch other) {
        return watch.receivers() == other.receivers() && watch.assets().equals(other.assets());
    }

    /// The chain's own coin, if it is watched and anybody may receive it.
    public Optional<Asset> coin() {
        return watch.receivers().isEmpty() ? Optional.empty() : coin;
    }

    /// Whether any token is watched and anybody may receive it.
    public boolean hasTokens() {
        return !tokens.isEmpty() && !watch.receivers().isEmpty();
    }

    /// The watched tokens' contracts.
    public List<String> contracts() {
        return tokens.stream().map(token -> token.contract().text()).toList();
    }

    /// The watched token of that contract.
    public Optional<Token> token(AddressKey contract) {
        for (var token : tokens) {
            if (token.contract().isSameAs(contract)) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    /// Whether the address of somebody that we look out for may begin with those eight bytes; if not, none does.
    public boolean mayReceive(long high) {
        return receivers.mayHold(high);
    }

    /// Whether somebody that we look out for has that address.
    public boolean isReceiver(AddressKey key) {
        return receivers.contains(key);
    }

    /// The address of one of those.
    public Address receiver(AddressKey key) {
        return receivers.address(key);
    }

    /// Whether there are few enough receivers to look at the coin's balance of each.
    public boolean hasBalances() {
        return showsAllCoins && coin().isPresent() && watch.receivers().size() <= BALANCES_MAX;
    }

    /// Whether a transaction that nobody sent is an error of the node.
    public boolean hasSenders() {
        return showsAllCoins;
    }

    /// How many receivers there are.
    public int receivers() {
        return watch.receivers().size();
    }

    /// The receivers' addresses as small hexadecimal digits, in a fixed order.
    public List<String> receiverTexts() {
        return watch.receivers().stream()
                .map(receiver -> receiver.text().toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /// The receivers' addresses as 32-byte words, in a fixed order.
    public List<String> receiverWords() {
        var made = words.orElseGet(
                () -> receiverTexts().stream().map(Quantity::wordOf).toList());
        words = Optional.of(made);
        return made;
    }
}
