package imtokenpay.api.problem;

import imtokenpay.payment.Refusal;
import jakarta.json.Json;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// An answer that says what went wrong, as RFC 9457 problem details.
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String MEDIA_TYPE = "application/problem+json";

    /// A field that breaks its rule.
    public record Violation(String field, String message) {}

    private final int status;
    private final String code;
    private final transient List<Violation> violations;
    private final transient Duration pause;

    /// @param code a word for programs, which never changes
    public Problem(int status, String code, String detail) {
        this(status, code, detail, List.of(), Duration.ZERO);
    }

    private Problem(int status, String code, String detail, List<Violation> violations, Duration pause) {
        super(detail);
        this.status = status;
        this.code = code;
        this.violations = violations;
        this.pause = pause;
    }

    /// A body or a parameter that breaks its rules.
    public static Problem malformed(String detail, List<Violation> violations) {
        return new Problem(400, "malformed_request", detail, violations, Duration.ZERO);
    }

    /// What the rules of payments refuse.
    public static Problem of(Refusal refusal) {
        return switch (refusal.reason()) {
            case IDEMPOTENCY_KEY_REUSED -> new Problem(422, refusal.reason().code(), refusal.getMessage());
            case RETURN_URL_NOT_ALLOWED ->
                malformed("A field breaks its rule.", List.of(new Violation("returnUrl", refusal.getMessage())));
            case UNKNOWN_ASSET,
                    ASSET_NOT_VERIFIED,
                    CHAIN_NOT_WATCHED,
                    NO_RATE,
                    AMOUNT_TOO_SMALL,
                    AMOUNT_TOO_LARGE,
                    NO_SLOT_FREE,
                    PAYMENT_DETECTED,
                    NOT_OPEN,
                    REASON_MISSING,
                    NOT_TO_BE_ACCEPTED,
                    NOTHING_RECEIVED,
                    NOT_TO_BE_CLOSED,
                    ALREADY_CREDITED,
                    OTHER_ASSET,
                    REFUND_RECORDED,
                    REFUND_TOO_EARLY,
                    REFUND_TOO_LARGE,
                    NO_SURPLUS,
                    REFUND_ADDRESS_IS_OURS,
                    REFUND_LOOKS_LIKE_ANOTHER,
                    REFUND_ADDRESS_GIVEN_TOO_OFTEN,
                    REFUND_ADDRESS_FROM_SHOP,
                    REFUND_SEEN,
                    REFUND_ENDED -> new Problem(409, refusal.reason().code(), refusal.getMessage());
        };
    }

    /// Too many calls; the next one is let in after a pause.
    public static Problem tooMany(Duration pause) {
        var detail = "There were too many calls. Wait as long as Retry-After says, in seconds.";
        return new Problem(429, "too_many_requests", detail, List.of(), pause);
    }

    /// No such payment in this store, be it another one's or none at all.
    public static Problem paymentNotFound() {
        return new Problem(404, "payment_not_found", "This store has no such payment.");
    }

    /// No such refund of this payment.
    public static Problem refundNotFound() {
        return new Problem(404, "refund_not_found", "This payment has no such refund.");
    }

    /// A word for programs, which never changes.
    public String code() {
        return code;
    }

    /// The HTTP status.
    public int answerStatus() {
        return status;
    }

    /// The fields that break their rules.
    public List<Violation> violations() {
        return violations;
    }

    /// The answer. Its `requestId` is new each time and finds the call in the server's log.
    public Response answer() {
        return answer(UUID.randomUUID().toString());
    }

    /// The answer, to be found under that `requestId`.
    public Response answer(String requestId) {
        var body = Json.createObjectBuilder()
                .add("type", "urn:imtoken-pay:problem:" + code)
                .add("title", code.replace('_', ' '))
                .add("status", status)
                .add("detail", getMessage())
                .add("code", code)
                .add("requestId", requestId);
        if (!violations.isEmpty()) {
            var array = Json.createArrayBuilder();
            violations.forEach(violation -> array.add(
                    Json.createObjectBuilder().add("field", violation.field()).add("message", violation.message())));
            body.add("violations", array);
        }
        var answer =
                Response.status(status).type(MEDIA_TYPE).entity(body.build().toString());
        if (status == 401) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        if (!pause.isZero()) {
            // Whole seconds, and never too few.
            answer.header("Retry-After", pause.plusMillis(999).toSeconds());
        }
        return answer.build();
    }
}
