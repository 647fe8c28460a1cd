package imtokenpay.adapter.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import imtokenpay.adapter.mail.MailServer.Account;
import imtokenpay.adapter.mail.MailServer.Safety;
import imtokenpay.flow.notice.Postman.MailFailed;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Mail handed in to a real server.
class SmtpPostmanTest {
    private static final String HERE = "127.0.0.1";
    private static final String FROM = "pay@shop.example";
    private static final List<String> TO = List.of("anna@shop.example", "ben@shop.example");
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final GreenMail server =
            new GreenMail(new ServerSetup[] {setUp(ServerSetup.PROTOCOL_SMTP), setUp(ServerSetup.PROTOCOL_SMTPS)});

    SmtpPostmanTest() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_arrives_at_all_of_them_as_plain_text() throws MessagingException, IOException {
        postman(Safety.NONE, Optional.empty()).carry("imToken Pay: 链", "Ärger, 链\n.\n..\nLook", NOON);
        var arrived = server.getReceivedMessages();
        assertEquals(2, arrived.length);
        var mail = arrived[0];
        assertEquals("imToken Pay: 链", mail.getSubject());
        assertEquals(
                "Ärger, 链\n.\n..\nLook",
                String.valueOf(mail.getContent()).replace("\r\n", "\n").strip());
        assertEquals("text/plain; charset=UTF-8", mail.getContentType());
        assertEquals(FROM, mail.getFrom()[0].toString());
        assertEquals(2, mail.getAllRecipients().length);
        assertEquals(NOON, mail.getSentDate().toInstant());
        assertTrue(mail.getMessageID().endsWith("@shop.example>"), mail.getMessageID());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\r\nBcc: eve@evil.example", "\nBcc: eve@evil.example", "\r\n\r\nbody", "\u2028Bcc: x", "\u0000"
            })
    void whatever_a_subject_says_it_makes_no_header(String text) throws MessagingException {
        postman(Safety.NONE, Optional.empty()).carry("imToken Pay" + text, "text" + text + "\r\n.\r\nQUIT", NOON);
        var arrived = server.getReceivedMessages();
        assertEquals(2, arrived.length);
        for (var mail : arrived) {
            assertEquals(2, mail.getAllRecipients().length);
            assertEquals(null, mail.getHeader("Bcc"));
            assertFalse(GreenMailUtil.getHeaders(mail).contains("\nbody"));
        }
    }

    @Test
    void name_and_password_are_said_and_never_repeated() {
        server.setUser(FROM, "pay", "right-password");
        postman(Safety.NONE, Optional.of(new Account("pay", "right-password"))).carry("s", "t", NOON);
        assertEquals(2, server.getReceivedMessages().length);
        var account = new Account("pay", "wrong-password");
        var failed = assertThrows(
                MailFailed.class,
                () -> postman(Safety.NONE, Optional.of(account)).carry("s", "t", NOON));
        assertFalse((failed + " " + failed.getCause() + account).contains("wrong-password"), failed.toString());
        assertEquals(2, server.getReceivedMessages().length);
    }

    @ParameterizedTest
    @EnumSource(
            value = Safety.class,
            names = {"STARTTLS", "TLS"})
    void nothing_is_said_to_a_server_that_cannot_prove_who_it_is(Safety safety) {
        // It offers no STARTTLS, and its certificate is its own.
        server.setUser(FROM, "pay", "secret");
        var postman = postman(safety, Optional.of(new Account("pay", "secret")));
        assertThrows(MailFailed.class, () -> postman.carry("s", "t", NOON));
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void a_server_that_is_not_there_is_named() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var postman = new SmtpPostman(new MailServer(HERE, port, Safety.NONE, Optional.empty()), FROM, TO);
        var failed = assertThrows(MailFailed.class, () -> postman.carry("s", "t", NOON));
        assertTrue(failed.getMessage().contains(HERE + ":" + port), failed.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "anna", "anna@", "a@b.example, c@d.example", "Anna <a@b.example>", "a@b.example\nBcc: x"})
    void what_is_no_address_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> SmtpPostman.address(text));
    }

    // Its own two seconds are not enough for a machine that has much to do.
    private static ServerSetup setUp(String protocol) {
        var setUp = new ServerSetup(0, HERE, protocol);
        setUp.setServerStartupTimeout(60_000);
        return setUp;
    }

    private SmtpPostman postman(Safety safety, Optional<Account> account) {
        var port = safety == Safety.TLS
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
        return new SmtpPostman(new MailServer(HERE, port, safety, account), FROM, TO);
    }
}
