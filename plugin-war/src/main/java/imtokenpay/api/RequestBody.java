package imtokenpay.api;

import imtokenpay.api.body.Body;
import imtokenpay.api.problem.Problem;
import imtokenpay.api.problem.Problem.Violation;
import imtokenpay.money.Price;
import imtokenpay.payment.PaymentRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The body of `POST /payments`, checked field by field, so that one answer names all that is wrong with it.
final class RequestBody {
    private static final int REFERENCE_CHARS_MAX = 64;
    private static final int DESCRIPTION_CHARS_MAX = 140;
    private static final int URL_CHARS_MAX = 2000;
    static final Set<String> FIELDS = Set.of(
            "orderRef",
            "amount",
            "currency",
            "asset",
            "description",
            "returnUrl",
            "clientReference",
            "customerReference");

    private final List<Violation> violations = new ArrayList<>();
    private final JsonObject body;

    private RequestBody(JsonObject body) {
        this.body = body;
    }

    /// What the store asks for.
    ///
    /// @throws Problem that names every field which breaks its rule
    static PaymentRequest read(byte[] bytes) {
        return new RequestBody(Body.object(bytes)).request();
    }

    private PaymentRequest request() {
        for (var field : body.keySet()) {
            if (!FIELDS.contains(field)) {
                violations.add(new Violation(field, "is not a field of this call"));
            }
        }
        var orderRef = required("orderRef", REFERENCE_CHARS_MAX);
        var asset = required("asset", 200);
        var price = price();
        var description = optional("description", DESCRIPTION_CHARS_MAX);
        var returnUrl = optional("returnUrl", URL_CHARS_MAX);
        var references = new PaymentRequest.References(
                optional("clientReference", REFERENCE_CHARS_MAX), optional("customerReference", REFERENCE_CHARS_MAX));
        if (!returnUrl.isEmpty() && !isWebAddress(returnUrl)) {
            violations.add(new Violation("returnUrl", "must be an absolute http or https address"));
        }
        if (!violations.isEmpty() || price.isEmpty()) {
            throw Problem.malformed("A field breaks its rule.", violations);
        }
        var wording = new PaymentRequest.Wording(description, returnUrl);
        return new PaymentRequest(orderRef, price.get(), asset, wording, references);
    }

    private Optional<Price> price() {
        var amount = required("amount", 30);
        var currency = required("currency", 3);
        var isCurrency = currency.isEmpty() || isKept("currency", () -> Price.currencyOf(currency));
        // An amount is looked at even when its currency is wrong, so that both are said at once.
        var measure = isCurrency && !currency.isEmpty() ? currency : "BHD";
        if (amount.isEmpty() || !isKept("amount", () -> Price.of(amount, measure)) || !isCurrency) {
            return Optional.empty();
        }
        return currency.isEmpty() ? Optional.empty() : Optional.of(Price.of(amount, currency));
    }

    private boolean isKept(String field, Runnable rule) {
        try {
            rule.run();
            return true;
        } catch (IllegalArgumentException broken) {
            violations.add(new Violation(field, broken.getMessage()));
            return false;
        }
    }

    private String required(String field, int charsMax) {
        var text = text(field, charsMax);
        if (text.isEmpty()
                && violations.stream().noneMatch(violation -> violation.field().equals(field))) {
            violations.add(new Violation(field, "is missing"));
        }
        return text;
    }

    private String optional(String field, int charsMax) {
        return text(field, charsMax);
    }

    private String text(String field, int charsMax) {
        var value = body.get(field);
        if (value == null) {
            return "";
        }
        if (!(value instanceof JsonString string)) {
            violations.add(new Violation(field, "must be a string"));
            return "";
        }
        var text = string.getString();
        if (text.length() > charsMax) {
            violations.add(new Violation(field, "has more than " + charsMax + " characters"));
            return "";
        }
        if (text.codePoints().anyMatch(UNPRINTABLE::test)) {
            violations.add(new Violation(field, "holds control or direction characters"));
            return "";
        }
        return text.strip();
    }

    // Direction overrides can make an address or amount read differently from what it is (Unicode TR 36, 2.4).
    private static final Predicate<Integer> UNPRINTABLE = point -> Character.isISOControl(point)
            || Character.getType(point) == Character.FORMAT
            || Character.getType(point) == Character.SURROGATE;

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException notOne) {
            return false;
        }
    }
}
