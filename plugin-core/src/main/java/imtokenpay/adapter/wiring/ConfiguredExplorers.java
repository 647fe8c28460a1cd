package imtokenpay.adapter.wiring;

import imtokenpay.chain.Explorers;
import imtokenpay.money.ChainId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// The explorers of the configured networks: `imtoken.network.NAME.explorer`, else the best known one of the chain.
final class ConfiguredExplorers implements Explorers {
    private static final String PLACE = "{tx}";
    private static final String NONE = "none";
    private static final Map<String, String> KNOWN = known();

    private final Map<ChainId, String> pages = new HashMap<>();

    ConfiguredExplorers(Settings settings) {
        for (var name : settings.list("imtoken.networks")) {
            var prefix = "imtoken.network." + name + ".";
            var chain = settings.text(prefix + "chain");
            var page = settings.optional(prefix + "explorer").or(() -> Optional.ofNullable(KNOWN.get(chain)));
            page.filter(text -> !text.equals(NONE))
                    .ifPresent(text -> pages.put(new ChainId(chain), checked(prefix + "explorer", text)));
        }
    }

    @Override
    public Optional<String> transaction(ChainId chain, String txHash) {
        return Optional.ofNullable(pages.get(chain)).map(page -> page.replace(PLACE, txHash));
    }

    // A link that shoppers follow: nothing but a page on the web.
    private static String checked(String key, String page) {
        try {
            var address = URI.create(page.replace(PLACE, "0"));
            if (page.contains(PLACE) && "https".equals(address.getScheme()) && address.getHost() != null) {
                return page;
            }
        } catch (IllegalArgumentException noAddress) {
            // Told below.
        }
        throw Settings.wrong(key, "must be an https address with {tx} in the hash's place, or none");
    }

    private static Map<String, String> known() {
        var known = new Properties();
        try (var file = ConfiguredExplorers.class.getResourceAsStream("explorers.properties")) {
            known.load(Objects.requireNonNull(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var pages = new HashMap<String, String>();
        known.forEach((chain, page) -> pages.put(chain.toString(), page.toString()));
        return Map.copyOf(pages);
    }
}
