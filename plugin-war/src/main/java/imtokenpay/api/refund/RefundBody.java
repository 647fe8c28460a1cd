package imtokenpay.api.refund;

import imtokenpay.api.body.Body;
import imtokenpay.api.problem.Problem;
import imtokenpay.api.problem.Problem.Violation;
import imtokenpay.chain.Address;
import imtokenpay.chain.Spelling;
import imtokenpay.flow.refund.RecordRefund.Cause;
import imtokenpay.flow.refund.RecordRefund.Share;
import imtokenpay.flow.refund.RecordRefund.Wanted;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The body of `POST /payments/{id}/refunds`, checked field by field, so that one answer names all that is wrong.
public final class RefundBody {
    /// The fields that it may have.
    public static final Set<String> FIELDS = Set.of("amount", "surplus", "reason", "address");
    private static final int AMOUNT_CHARS_MAX = 100;
    private static final int ADDRESS_CHARS_MAX = 128;

    private final List<Violation> violations = new ArrayList<>();
    private final JsonObject body;
    private final Asset asset;

    private RefundBody(JsonObject body, Asset asset) {
        this.body = body;
        this.asset = asset;
    }

    /// What the store wants.
    ///
    /// @param asset what the payment was made in
    /// @param by who calls
    /// @throws Problem that names every field which breaks its rule
    static Wanted read(byte[] bytes, Asset asset, Spelling spelling, String by) {
        return new RefundBody(Body.object(bytes), asset).wanted(spelling, by);
    }

    private Wanted wanted(Spelling spelling, String by) {
        for (var field : body.keySet()) {
            if (!FIELDS.contains(field)) {
                violations.add(new Violation(field, "is not a field of this call"));
            }
        }
        var share = share();
        var cause = new Cause(by, text("reason", Cause.REASON_CHARS_MAX));
        if (!cause.isGiven()
                && violations.stream().noneMatch(broken -> broken.field().equals("reason"))) {
            violations.add(new Violation("reason", "is missing"));
        }
        var address = address(spelling);
        if (!violations.isEmpty() || share.isEmpty()) {
            throw Problem.malformed("A field breaks its rule.", violations);
        }
        return new Wanted(share.get(), cause, address);
    }

    private Optional<Share> share() {
        var isSurplus = JsonValue.TRUE.equals(body.get("surplus"));
        if (body.containsKey("surplus") && !isSurplus) {
            violations.add(new Violation("surplus", "must be true, or left out"));
        }
        var text = text("amount", AMOUNT_CHARS_MAX);
        if (isSurplus == body.containsKey("amount")) {
            violations.add(new Violation("amount", "give either amount or \"surplus\": true"));
            return Optional.empty();
        }
        if (isSurplus) {
            return Optional.of(new Share.Surplus());
        }
        try {
            return Optional.of(new Share.Part(Amount.parse(text, asset)));
        } catch (IllegalArgumentException broken) {
            violations.add(new Violation("amount", String.valueOf(broken.getMessage())));
            return Optional.empty();
        }
    }

    private Optional<Address> address(Spelling spelling) {
        var text = text("address", ADDRESS_CHARS_MAX);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(spelling.read(asset.chain(), text));
        } catch (IllegalArgumentException broken) {
            violations.add(new Violation("address", String.valueOf(broken.getMessage())));
            return Optional.empty();
        }
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
        if (string.getString().length() > charsMax) {
            violations.add(new Violation(field, "has more than " + charsMax + " characters"));
            return "";
        }
        return string.getString().strip();
    }
}
