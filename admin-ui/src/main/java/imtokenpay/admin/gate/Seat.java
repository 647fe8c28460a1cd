package imtokenpay.admin.gate;

import imtokenpay.merchant.Owner.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Whose turn it is: the role that who asks has at this moment, looked up once for each request.
public final class Seat {
    private static final String ROLE = Seat.class.getName();

    private Seat() {}

    /// Notes it.
    public static void take(HttpServletRequest request, Role role) {
        request.setAttribute(ROLE, role);
    }

    /// The role of who asks; empty for somebody who has not signed in.
    static Optional<Role> of(Object request) {
        return request instanceof HttpServletRequest asked && asked.getAttribute(ROLE) instanceof Role role
                ? Optional.of(role)
                : Optional.empty();
    }
}
