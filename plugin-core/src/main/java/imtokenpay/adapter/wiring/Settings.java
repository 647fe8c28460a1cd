package imtokenpay.adapter.wiring;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/// The integrator's configuration, read by MicroProfile Config. Every complaint names the key and says what to
/// write.
@Dependent
public class Settings {
    private final Config config;

    @Inject
    public Settings(Config config) {
        this.config = config;
    }

    /// A wrong or missing setting; ends the start.
    static IllegalArgumentException wrong(String key, String complaint) {
        return new IllegalArgumentException("Configuration: " + key + " " + complaint);
    }

    Optional<String> optional(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    String text(String key) {
        return optional(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    /// The parts of a comma-separated list; empty when the key is missing.
    List<String> list(String key) {
        return optional(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
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
        return java.util.stream.StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(key -> key.startsWith(prefix));
    }

    BigDecimal decimal(String key) {
        return parsed(key, text(key), BigDecimal::new, "must be a plain number");
    }

    /// An absolute http or https address. Plain http is taken only for this machine itself: anybody between
    /// could read and change what goes over it.
    URI address(String key) {
        return address(key, text(key), "http");
    }

    /// An absolute ws or wss address, on the same terms; empty when the key is missing.
    Optional<URI> socketAddress(String key) {
        return optional(key).map(text -> address(key, text, "ws"));
    }

    /// One or several such addresses, separated by commas; at least one.
    List<URI> addresses(String key) {
        var addresses = list(key).stream()
                .map(text -> address(key, text, "http"))
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

    // A scheme and its safe sister, which has an s more.
    private URI address(String key, String text, String plain) {
        var safe = plain + "s";
        var address = parsed(
                key, text, any -> uri(any, plain, safe), "must be an absolute " + plain + " or " + safe + " address");
        var allow = key + ".allow-" + plain;
        if (plain.equals(address.getScheme()) && !isThisMachine(address) && !flag(allow)) {
            throw wrong(key, "is plain " + plain + " to another machine: use " + safe + ", or set " + allow + "=true");
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

    private static URI uri(String text, String plain, String safe) {
        try {
            var uri = new URI(text);
            var isOfScheme = plain.equals(uri.getScheme()) || safe.equals(uri.getScheme());
            if (!isOfScheme || uri.getHost() == null) {
                throw new IllegalArgumentException(text);
            }
            return uri;
        } catch (URISyntaxException notOne) {
            throw new IllegalArgumentException(text, notOne);
        }
    }
}
