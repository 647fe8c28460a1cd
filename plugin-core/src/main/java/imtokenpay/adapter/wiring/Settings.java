package imtokenpay.adapter.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/// The integrator's configuration, read by MicroProfile Config, and below it what is kept in the
/// database: a key that the
/// integrator sets is his, whatever is kept. Every complaint names the key and says what to write.
@Dependent
public class Settings {
    // What the integrator says, however it comes here.
    private record Source(Function<String, Optional<String>> text, Supplier<Stream<String>> keys) {}

    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,18})?");

    private final Source source;
    private final Map<String, String> kept;

    @Inject
    public Settings(Config config) {
        this(
                new Source(
                        key -> config.getOptionalValue(key, String.class),
                        () -> StreamSupport.stream(config.getPropertyNames().spliterator(), false)),
                Map.of());
    }

    private Settings(Source source, Map<String, String> kept) {
        this.source = source;
        this.kept = Map.copyOf(kept);
    }

    /// Where nothing is set yet.
    public static Settings nothing() {
        return new Settings(new Source(key -> Optional.empty(), Stream::empty), Map.of());
    }

    /// The same configuration above other kept settings.
    public Settings above(Map<String, String> others) {
        return new Settings(source, others);
    }

    /// Whether the integrator himself sets that key.
    public boolean isConfigured(String key) {
        return configured(key).isPresent();
    }

    /// Whether that key is set at all.
    public boolean isSet(String key) {
        return optional(key).isPresent();
    }

    /// What the integrator himself writes there.
    public Optional<String> configured(String key) {
        return source.text().apply(key).map(String::strip).filter(text -> !text.isEmpty());
    }

    /// A wrong or missing setting; ends the start.
    public static IllegalArgumentException wrong(String key, String complaint) {
        return new IllegalArgumentException("Configuration: " + key + " " + complaint);
    }

    Optional<String> optional(String key) {
        return configured(key).or(() -> Optional.ofNullable(kept.get(key)));
    }

    String text(String key) {
        return optional(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /// The parts of a comma-separated list; empty when the key is missing.
    List<String> list(String key) {
        return parts(optional(key)).toList();
    }

    /// The names that a list holds: the integrator's own, then those that are kept.
    List<String> names(String key) {
        return Stream.concat(parts(configured(key)), parts(Optional.ofNullable(kept.get(key))))
                .distinct()
                .toList();
    }

    private static Stream<String> parts(Optional<String> list) {
        return list.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }

    /// All that is set below that prefix.
    Map<String, String> below(String prefix) {
        return keys(prefix)
                .collect(Collectors.toMap(key -> key, key -> optional(key).orElse("")));
    }

    int number(String key, int otherwise) {
        return optional(key)
                .map(text -> parsed(key, text, Integer::parseInt, "must be a whole number"))
                .orElse(otherwise);
    }

    boolean flag(String key) {
        return optional(key).map(Boolean::parseBoolean).orElse(false);
    }

    /// The keys that begin with that prefix.
    Stream<String> keys(String prefix) {
        return Stream.concat(source.keys().get(), kept.keySet().stream())
                .filter(key -> key.startsWith(prefix))
                .distinct();
    }

    BigDecimal decimal(String key) {
        var text = text(key);
        // An exponent makes a number of a few characters that fills the memory.
        if (!PLAIN.matcher(text).matches()) {
            throw wrong(key, "must be a plain number below 10^12, with at most 18 digits behind the point");
        }
        return new BigDecimal(text);
    }

    /// An absolute http or https address. Plain http is taken only for this machine itself: anybody
    /// between could read and change what goes over it.
    public URI address(String key) {
        return address(key, text(key), new Schemes("http", Set.of()));
    }

    /// An absolute ws or wss address, on the same terms; empty when the key is missing.
    Optional<URI> socketAddress(String key) {
        return optional(key).map(text -> address(key, text, new Schemes("ws", Set.of())));
    }

    /// One or several such addresses, separated by commas; at least one.
    ///
    /// @param dialects what may stand before such an address, with a plus between
    List<URI> addresses(String key, Set<String> dialects) {
        var schemes = new Schemes("http", dialects);
        var addresses = list(key).stream()
                .map(text -> address(key, text, schemes))
                .distinct()
                .toList();
        if (addresses.isEmpty()) {
            throw wrong(key, "is missing");
        }
        if (addresses.size() < list(key).size()) {
            throw wrong(key, "lists one address twice: a provider has one voice");
        }
        return addresses;
    }

    private URI address(String key, String text, Schemes schemes) {
        var address = parsed(key, text, schemes::read, "must be " + schemes);
        var plain = schemes.plain();
        var allow = key + ".allow-" + plain;
        if (schemes.isPlain(address) && !isThisMachine(address) && !flag(allow)) {
            throw wrong(
                    key, "is plain " + plain + " to another machine: use " + plain + "s, or set " + allow + "=true");
        }
        return address;
    }

    /// Reads a value, or complains in words.
    <T> T parsed(String key, String text, Function<String, T> reader, String complaint) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw wrong(key, complaint);
        }
    }

    private static boolean isThisMachine(URI address) {
        var host = address.getHost();
        return host.equals("localhost") || host.matches("127(\\.[0-9]{1,3}){3}") || host.equals("[::1]");
    }

    // A scheme and its safe sister, which has an s more; either may stand behind a dialect and a plus.
    private record Schemes(String plain, Set<String> dialects) {
        URI read(String text) {
            try {
                var uri = new URI(text);
                if (uri.getHost() == null || !isPlain(uri) && !isOf(uri, plain + "s")) {
                    throw new IllegalArgumentException(text);
                }
                return uri;
            } catch (URISyntaxException notOne) {
                throw new IllegalArgumentException(text, notOne);
            }
        }

        boolean isPlain(URI uri) {
            return isOf(uri, plain);
        }

        private boolean isOf(URI uri, String scheme) {
            var written = String.valueOf(uri.getScheme());
            return written.equals(scheme)
                    || dialects.stream().anyMatch(dialect -> written.equals(dialect + "+" + scheme));
        }

        @Override
        public String toString() {
            var address = "an absolute " + plain + " or " + plain + "s address";
            return dialects.isEmpty() ? address : address + ", or one behind " + String.join("+ or ", dialects) + "+";
        }
    }
}
