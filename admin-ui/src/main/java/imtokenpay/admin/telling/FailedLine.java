package imtokenpay.admin.telling;

import imtokenpay.admin.desk.Words;
import imtokenpay.webhook.trouble.FailedDelivery;
import imtokenpay.webhook.trouble.FailedDelivery.Standing;

/// A delivery that failed so far, as one line.
public final class FailedLine {
    private final FailedDelivery delivery;

    FailedLine(FailedDelivery delivery) {
        this.delivery = delivery;
    }

    /// The event's id.
    public String id() {
        return delivery.event().id();
    }

    /// When it happened.
    public String happened() {
        return Words.moment(delivery.event().content().occurredAt());
    }

    /// Whose payment it is about.
    public String store() {
        return delivery.event().storeId();
    }

    /// What happened, such as `payment.settled`.
    public String type() {
        return delivery.event().type();
    }

    /// The payment's id.
    public String payment() {
        return delivery.event().paymentId().text();
    }

    /// How often it was tried.
    public int attempts() {
        return delivery.attempts();
    }

    /// When it was tried last.
    public String lastAt() {
        return Words.moment(delivery.last().at());
    }

    /// What became of that.
    public String outcome() {
        return delivery.last().outcome();
    }

    /// Whether it is not tried again by itself.
    public boolean isGivenUp() {
        return delivery.standing() instanceof Standing.Parked;
    }

    /// How it goes on.
    public String next() {
        return switch (delivery.standing()) {
            case Standing.Parked() -> "given up";
            case Standing.Waiting(var until) -> Words.moment(until);
        };
    }
}
