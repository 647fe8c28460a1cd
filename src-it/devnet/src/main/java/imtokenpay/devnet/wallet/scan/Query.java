package imtokenpay.devnet.wallet.scan;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of a payment code after the question mark.
record Query(Map<String, String> values) {
    /// Empty when it cannot be read without doubt: a key said twice means two payments to two readers.
    static Optional<Query> read(@Nullable String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : (text == null ? "" : text).split("&")) {
            int equals = pair.indexOf('=');
            if (pair.isEmpty()) {
                continue;
            }
            String key = equals < 0 ? pair : pair.substring(0, equals);
            Optional<String> value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            if (value.isEmpty() || values.put(key, value.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Query(values));
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
