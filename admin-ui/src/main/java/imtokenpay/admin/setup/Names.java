package imtokenpay.admin.setup;

import imtokenpay.flow.setup.ShowSettings.Thing;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// The names that things have in their lists. People never type them.
final class Names {
    private static final int REFERENCE_CHARS = 12;
    private static final int STORE_CHARS = 30;
    private static final int MANY = 1_000;

    private Names() {}

    /// A network's, such as `eip155-1`.
    static String network(ChainId chain) {
        return plain(chain.text());
    }

    /// An asset's, such as `usdt-1`: the one that it has already, or one that no other has.
    static String asset(Asset asset, List<Thing> known) {
        var reference = asset.chain().reference();
        var start = reference.length() > REFERENCE_CHARS ? reference.substring(0, REFERENCE_CHARS) : reference;
        var name = plain(asset.symbol() + "-" + start);
        return known.stream()
                .filter(thing -> thing.text("id").equals(asset.id()))
                .map(Thing::name)
                .findFirst()
                .orElseGet(() -> free(name, known));
    }

    /// A store's, such as `paper-ink`.
    static String store(String name, List<Thing> known) {
        var words = plain(name).replaceAll("-{2,}", "-").replaceAll("^-|-$", "");
        var start = words.length() > STORE_CHARS ? words.substring(0, STORE_CHARS) : words;
        return free(start.isEmpty() ? "store" : start, known);
    }

    private static String free(String name, List<Thing> known) {
        return IntStream.range(1, MANY)
                .mapToObj(i -> i == 1 ? name : name + "-" + i)
                .filter(free -> known.stream().noneMatch(thing -> thing.name().equals(free)))
                .findFirst()
                .orElseThrow();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "-");
    }
}
