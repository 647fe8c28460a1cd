package imtokenpay.storefront.json;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads fields of one JSON object: strict where the adapter decides by them, mild where they are only shown,
/// so that a field more or less in a later version breaks nothing.
record Fields(JsonObject json) {

    /// No fields at all.
    static final Fields NONE = new Fields(JsonValue.EMPTY_JSON_OBJECT);

    static Fields parse(byte[] body) {
        try (JsonReader reader = Json.createReader(new StringReader(new String(body, StandardCharsets.UTF_8)))) {
            return new Fields(reader.readObject());
        } catch (JsonException | IllegalStateException notJson) {
            throw new UnreadableJson("not a JSON object in UTF-8", notJson);
        }
    }

    String text(String name) {
        return value(name)
                .map(Fields::words)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new UnreadableJson(name + " is missing"));
    }

    String text(String name, String otherwise) {
        return value(name).map(Fields::words).orElse(otherwise);
    }

    BigDecimal amount(String name) {
        return decimal(name, text(name));
    }

    BigDecimal amount(String name, BigDecimal otherwise) {
        return value(name).map(value -> decimal(name, words(value))).orElse(otherwise);
    }

    long number(String name) {
        return value(name)
                .filter(JsonNumber.class::isInstance)
                .map(value -> ((JsonNumber) value).longValue())
                .orElseThrow(() -> new UnreadableJson(name + " is not a number"));
    }

    int count(String name, int otherwise) {
        return value(name)
                .filter(JsonNumber.class::isInstance)
                .map(value -> ((JsonNumber) value).intValue())
                .orElse(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        return value(name).map(value -> value == JsonValue.TRUE).orElse(otherwise);
    }

    Instant instant(String name, Instant otherwise) {
        try {
            return value(name).map(Fields::words).map(Instant::parse).orElse(otherwise);
        } catch (DateTimeException malformed) {
            throw new UnreadableJson(name + " is not an instant", malformed);
        }
    }

    Fields object(String name) {
        return value(name)
                .filter(JsonObject.class::isInstance)
                .map(value -> new Fields(value.asJsonObject()))
                .orElseThrow(() -> new UnreadableJson(name + " is not an object"));
    }

    Fields object(String name, Fields otherwise) {
        return value(name)
                .filter(JsonObject.class::isInstance)
                .map(value -> new Fields(value.asJsonObject()))
                .orElse(otherwise);
    }

    List<Fields> objects(String name) {
        return value(name)
                .filter(value -> value.getValueType() == JsonValue.ValueType.ARRAY)
                .map(value -> value.asJsonArray().stream()
                        .filter(JsonObject.class::isInstance)
                        .map(each -> new Fields(each.asJsonObject()))
                        .toList())
                .orElse(List.of());
    }

    private Optional<JsonValue> value(String name) {
        return Optional.ofNullable(json.get(name)).filter(value -> value != JsonValue.NULL);
    }

    private static String words(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static BigDecimal decimal(String name, String text) {
        // A plain decimal: an exponent could ask for a number that fills the memory.
        if (!text.matches("-?\\d{1,60}(\\.\\d{1,40})?")) {
            throw new UnreadableJson(name + " is not a decimal");
        }
        return new BigDecimal(text);
    }
}
