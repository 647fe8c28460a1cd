package imtokenpay.admin.entry;

import imtokenpay.admin.desk.Desk;
import imtokenpay.admin.gate.Client;
import imtokenpay.flow.admin.EnterAdmin;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;

/// Whoever changes who may enter says his own password once more: a screen that was left open lets
/// nobody in.
@Dependent
public class PasswordAgain {
    private static final int TRIES = 5;

    private final EnterAdmin enter;
    private final Passwords passwords;
    private final Throttle throttle;
    private final InstantSource clock;
    private final Client client;

    @Inject
    public PasswordAgain(EnterAdmin enter, Passwords passwords, Throttle throttle, InstantSource clock, Client client) {
        this.enter = enter;
        this.passwords = passwords;
        this.throttle = throttle;
        this.clock = clock;
        this.client = client;
    }

    /// What is wrong with the password that the one who asks has typed, in words for him; empty if it
    /// is his.
    public Optional<String> mistake(String typed, HttpServletRequest request) {
        var who = "owners " + client.address(request) + " " + Desk.who();
        if (!throttle.admits(who, TRIES, clock.instant())) {
            return Optional.of("Too many tries. Wait one minute, then try again.");
        }
        if (!passwords.verify(typed, enter.passwordHash(Desk.who()))) {
            return Optional.of("Your own password is wrong. Nothing was changed.");
        }
        throttle.forget(who);
        return Optional.empty();
    }
}
