package imtokenpay.flow.notice;

import java.time.Instant;

/// Carries mail to whom the server's configuration names.
public interface Postman {
    /// Whether the configuration names anybody.
    boolean isThere();

    /// Carries one mail to all of them.
    ///
    /// @param subject one line
    /// @param text lines of plain text
    /// @throws MailFailed if the mail server did not take it
    void carry(String subject, String text, Instant now);

    /// The mail server did not take a mail. Its message names no secret.
    class MailFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public MailFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
