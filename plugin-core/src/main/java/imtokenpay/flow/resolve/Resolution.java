package imtokenpay.flow.resolve;

import imtokenpay.payment.PaymentId;
import java.time.Instant;

/// One decision of a person, kept for whoever asks later.
///
/// @param what what was decided, in words
/// @param word who decided, and why
public record Resolution(PaymentId paymentId, Instant at, String what, Word word) {
    /// A person's word.
    ///
    /// @param by the name that the person has signed in with
    /// @param reason why, in that person's words; 1 to 500 characters, else it is refused
    public record Word(String by, String reason) {
        /// How long a reason may be.
        public static final int REASON_CHARS_MAX = 500;

        public Word {
            if (by.isBlank()) {
                throw new IllegalArgumentException("nobody decided");
            }
            reason = reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        }

        /// Whether it says why.
        public boolean isGiven() {
            return !reason.isEmpty() && reason.length() <= REASON_CHARS_MAX;
        }
    }
}
