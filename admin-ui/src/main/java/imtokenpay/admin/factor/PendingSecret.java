package imtokenpay.admin.factor;

import imtokenpay.merchant.factor.FactorSecret;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/// The secret that an owner is about to give to his phone. It is in his session alone until a code has
/// shown that the phone has it.
final class PendingSecret {
    private static final String KEY = PendingSecret.class.getName() + " of ";

    private PendingSecret() {}

    static Optional<FactorSecret> of(HttpSession session, String owner) {
        return session.getAttribute(KEY + owner) instanceof String hex
                ? Optional.of(FactorSecret.ofHex(hex))
                : Optional.empty();
    }

    static void put(HttpSession session, String owner, FactorSecret secret) {
        session.setAttribute(KEY + owner, secret.hex());
    }

    static void forget(HttpSession session, String owner) {
        session.removeAttribute(KEY + owner);
    }
}
