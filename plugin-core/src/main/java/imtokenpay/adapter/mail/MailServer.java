package imtokenpay.adapter.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where mail is handed in.
///
/// @param host its name, which its certificate must bear
/// @param port 1 to 65535
/// @param safety how it is kept from others' eyes
/// @param account who hands in; empty where anybody may
public record MailServer(String host, int port, Safety safety, Optional<Account> account) {
    private static final int PORT_MAX = 65_535;

    /// Name and password.
    public record Account(String user, String password) {
        /// Without the password.
        @Override
        public String toString() {
            return user;
        }
    }

    /// How a connection is kept from others' eyes.
    public enum Safety {
        /// It must become TLS before anything is said (RFC 3207); port 587 (RFC 6409).
        STARTTLS(587),
        /// It is TLS from the first byte on (RFC 8314); port 465.
        TLS(465),
        /// It is not: only to this machine.
        NONE(25);

        private final int port;

        Safety(int port) {
            this.port = port;
        }

        /// The port that it usually is.
        public int port() {
            return port;
        }

        /// As it is written.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The one of that word.
        public static Optional<Safety> of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
        }

        /// All words.
        public static String words() {
            return Arrays.stream(values()).map(Safety::word).collect(Collectors.joining(", "));
        }
    }

    public MailServer {
        if (port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException("must be 1 to " + PORT_MAX);
        }
    }

    /// Whether it is on this machine, so that nobody listens in between.
    public static boolean isHere(String host) {
        return host.equals("localhost") || host.matches("127(\\.[0-9]{1,3}){3}") || host.equals("::1");
    }
}
