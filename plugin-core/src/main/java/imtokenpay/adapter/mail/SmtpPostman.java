package imtokenpay.adapter.mail;

import imtokenpay.flow.notice.Postman;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;

/// Hands plain text in by SMTP, a connection for each mail. Nothing that somebody has typed stands in a header.
public final class SmtpPostman implements Postman {
    // In ms: a server that says nothing for so long is tried again later.
    private static final String PATIENCE = "10000";

    private final MailServer server;
    private final InternetAddress from;
    private final List<InternetAddress> to;

    /// @param from an address
    /// @param to addresses
    /// @throws IllegalArgumentException in words if one of them is none
    public SmtpPostman(MailServer server, String from, List<String> to) {
        this.server = server;
        this.from = address(from);
        this.to = to.stream().map(SmtpPostman::address).toList();
    }

    /// Reads an address.
    ///
    /// @throws IllegalArgumentException in words if it is none
    public static InternetAddress address(String text) {
        try {
            var address = new InternetAddress(text, true);
            if (text.chars().anyMatch(Character::isISOControl) || !text.equals(address.getAddress())) {
                throw new AddressException(text);
            }
            return address;
        } catch (AddressException none) {
            throw new IllegalArgumentException("must be mail addresses such as anna@shop.example, without names", none);
        }
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public void carry(String subject, String text, Instant now) {
        var scheme = server.safety() == MailServer.Safety.TLS ? "smtps" : "smtp";
        var session = Session.getInstance(properties(scheme));
        try (var transport = session.getTransport(scheme)) {
            var message = message(session, subject, text, now);
            var account = server.account();
            transport.connect(
                    server.host(),
                    server.port(),
                    account.map(MailServer.Account::user).orElse(null),
                    account.map(MailServer.Account::password).orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException refused) {
            throw new MailFailed(
                    "The mail server " + server.host() + ":" + server.port() + " did not take a mail: "
                            + refused.getMessage(),
                    refused);
        }
    }

    private MimeMessage message(Session session, String subject, String text, Instant now) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(from);
        message.setRecipients(RecipientType.TO, to.toArray(InternetAddress[]::new));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setText(text.replaceAll("[\\p{Cntrl}&&[^\n]]+", " "), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        // RFC 3834: nobody's holiday notice answers it.
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private Properties properties(String scheme) {
        var start = "mail." + scheme + ".";
        var properties = new Properties();
        properties.setProperty("mail.from", from.getAddress());
        properties.setProperty(start + "connectiontimeout", PATIENCE);
        properties.setProperty(start + "timeout", PATIENCE);
        properties.setProperty(start + "writetimeout", PATIENCE);
        properties.setProperty(start + "auth", Boolean.toString(server.account().isPresent()));
        properties.setProperty(start + "ssl.checkserveridentity", "true");
        properties.setProperty(start + "ssl.protocols", "TLSv1.3 TLSv1.2");
        if (server.safety() == MailServer.Safety.STARTTLS) {
            properties.setProperty(start + "starttls.enable", "true");
            properties.setProperty(start + "starttls.required", "true");
        }
        return properties;
    }
}
