package imtokenpay.adapter.wiring.live;

import imtokenpay.adapter.mail.MailServer;
import imtokenpay.adapter.mail.MailServer.Account;
import imtokenpay.adapter.mail.MailServer.Safety;
import imtokenpay.adapter.mail.NoPostman;
import imtokenpay.adapter.mail.SmtpPostman;
import imtokenpay.adapter.wiring.Settings;
import imtokenpay.flow.notice.Postman;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Who is told by mail, and through which server, as configured.
@Dependent
public class ConfiguredMail {
    private static final String HOST = "imtoken.mail.host";
    private static final String PORT = "imtoken.mail.port";
    private static final String TLS = "imtoken.mail.tls";
    private static final String USER = "imtoken.mail.user";
    private static final String PASSWORD = "imtoken.mail.password";
    private static final String FROM = "imtoken.mail.from";
    private static final String TO = "imtoken.mail.to";

    @Produces
    @Singleton
    Postman postman(Settings settings) {
        return made(settings);
    }

    static Postman made(Settings settings) {
        var host = settings.configured(HOST);
        if (host.isEmpty()) {
            for (var key : List.of(PORT, TLS, USER, PASSWORD, FROM, TO)) {
                if (settings.isConfigured(key)) {
                    throw Settings.wrong(HOST, "is missing, so " + key + " is of no use");
                }
            }
            return new NoPostman();
        }
        var server = server(settings, host.get());
        var from = needed(settings, FROM);
        var to = Arrays.stream(needed(settings, TO).split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
        checked(FROM, () -> SmtpPostman.address(from));
        to.forEach(one -> checked(TO, () -> SmtpPostman.address(one)));
        return new SmtpPostman(server, from, to);
    }

    private static MailServer server(Settings settings, String host) {
        var word = settings.configured(TLS).orElse(Safety.STARTTLS.word());
        var safety = Safety.of(word).orElseThrow(() -> Settings.wrong(TLS, "must be one of " + Safety.words()));
        if (safety == Safety.NONE && !MailServer.isHere(host)) {
            throw Settings.wrong(
                    TLS, "can be none only if " + HOST + " is this machine: anybody between could read along");
        }
        var port = settings.configured(PORT)
                .map(text -> checked(PORT, () -> number(text)))
                .orElse(safety.port());
        return checked(PORT, () -> new MailServer(host, port, safety, account(settings)));
    }

    private static Optional<Account> account(Settings settings) {
        var user = settings.configured(USER);
        var password = settings.configured(PASSWORD);
        if (user.isPresent() != password.isPresent()) {
            throw Settings.wrong(user.isPresent() ? PASSWORD : USER, "is missing: they belong together");
        }
        return user.map(name -> new Account(name, password.orElseThrow()));
    }

    private static String needed(Settings settings, String key) {
        return settings.configured(key).orElseThrow(() -> Settings.wrong(key, "is missing"));
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("must be a whole number", none);
        }
    }

    private static <T> T checked(String key, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException wrong) {
            var message = String.valueOf(wrong.getMessage());
            throw message.startsWith("Configuration") ? wrong : Settings.wrong(key, message);
        }
    }
}
