package imtokenpay.storefront.settings;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What the store has configured for imToken Pay.
///
/// A wrong or missing value never stops the store: it becomes a sentence in [#problems], and the payment method
/// is not offered.
///
/// @param baseUrl the plugin's address without a slash at its end
/// @param apiKey sent with every call; secret
/// @param webhookKeys HMAC keys, any of which may have signed; several while a secret is being changed; secret
/// @param problems what to set, one sentence each; empty when all is well
public record Settings(String baseUrl, String apiKey, List<byte[]> webhookKeys, Times times, List<String> problems) {

    private static final String PREFIX = "imtoken.shop.";
    private static final String SECRET_PREFIX = "whsec_";
    private static final int SHORTEST_KEY = 24;
    private static final int LONGEST_KEY = 64;
    private static final int TOLERANCE_SECONDS = 300;
    private static final int FEED_PAUSE_SECONDS = 20;

    /// How long things may take.
    ///
    /// @param tolerance how far a webhook's time may be away from our clock
    /// @param feedPause how long to wait between two readings of the feed
    public record Times(Duration tolerance, Duration feedPause) {}

    public Settings {
        webhookKeys = List.copyOf(webhookKeys);
        problems = List.copyOf(problems);
    }

    /// Reads the keys `imtoken.shop.*` from a source that answers by the full name of a key.
    public static Settings read(Function<String, Optional<String>> source) {
        List<String> problems = new ArrayList<>();
        if (!publicUrl(source).matches("(https?://[^/?#\\s]+)?")) {
            problems.add(PREFIX + "public-url must be like https://shop.example, but is " + publicUrl(source));
        }
        return new Settings(
                baseUrl(source, problems),
                required(source, "api-key", problems),
                keys(source, problems),
                new Times(
                        seconds(source, "webhook-tolerance-seconds", TOLERANCE_SECONDS, problems),
                        seconds(source, "reconcile-seconds", FEED_PAUSE_SECONDS, problems)),
                problems);
    }

    /// The path of the webhook within the store, `/imtoken/webhook` unless set.
    public static String webhookPath(Function<String, Optional<String>> source) {
        String path = optional(source, "webhook-path", "/imtoken/webhook");
        return path.startsWith("/") ? path : "/" + path;
    }

    /// The JNDI name of the store's data source; empty to look for it.
    public static String dataSource(Function<String, Optional<String>> source) {
        return optional(source, "datasource", "");
    }

    /// Where shoppers reach this store, such as `https://shop.example`; empty to take what their requests say.
    public static String publicUrl(Function<String, Optional<String>> source) {
        return optional(source, "public-url", "").replaceAll("/+$", "");
    }

    /// Whether payments can be asked for.
    public boolean ready() {
        return problems.isEmpty();
    }

    /// Tells nothing secret.
    @Override
    public String toString() {
        return "Settings[baseUrl=" + baseUrl + ", problems=" + problems + "]";
    }

    private static String baseUrl(Function<String, Optional<String>> source, List<String> problems) {
        String text = required(source, "base-url", problems).replaceAll("/+$", "");
        if (!text.isEmpty() && !trusted(text)) {
            problems.add(PREFIX + "base-url must start with https:// (http:// only for this very machine: localhost,"
                    + " 127.x.x.x or [::1]), but is " + text);
        }
        return text;
    }

    private static boolean trusted(String address) {
        try {
            URI uri = URI.create(address);
            String host = Optional.ofNullable(uri.getHost()).orElse("");
            return switch (Optional.ofNullable(uri.getScheme()).orElse("")) {
                case "https" -> !host.isEmpty();
                case "http" -> loopback(host);
                default -> false;
            };
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /// By its spelling: asking the name service would let someone else decide.
    private static boolean loopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static List<byte[]> keys(Function<String, Optional<String>> source, List<String> problems) {
        List<byte[]> keys = new ArrayList<>();
        Stream.of(required(source, "webhook-secret", problems).split("\\s+"))
                .filter(text -> !text.isEmpty())
                .forEach(text -> key(text)
                        .ifPresentOrElse(
                                keys::add,
                                () -> problems.add(PREFIX + "webhook-secret must be whsec_ and the base64 of "
                                        + SHORTEST_KEY + " to " + LONGEST_KEY + " bytes")));
        return keys;
    }

    private static Optional<byte[]> key(String text) {
        if (!text.startsWith(SECRET_PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(text.substring(SECRET_PREFIX.length()));
            return Optional.of(key).filter(bytes -> bytes.length >= SHORTEST_KEY && bytes.length <= LONGEST_KEY);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Duration seconds(
            Function<String, Optional<String>> source, String key, int otherwise, List<String> problems) {
        String text = optional(source, key, Integer.toString(otherwise));
        if (!text.matches("[1-9]\\d{0,3}")) {
            problems.add(PREFIX + key + " must be 1 to 9999, but is " + text);
            return Duration.ofSeconds(otherwise);
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    private static String required(Function<String, Optional<String>> source, String key, List<String> problems) {
        String text = optional(source, key, "");
        if (text.isEmpty()) {
            problems.add(PREFIX + key + " is not set");
        }
        return text;
    }

    private static String optional(Function<String, Optional<String>> source, String key, String otherwise) {
        return source.apply(PREFIX + key)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
    }
}
