package imtokenpay.adapter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import imtokenpay.adapter.http.HttpWebhookTransport.Patience;
import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The address is the one that was checked, the certificate is the name's.
class TlsStoreTest {
    private static final char[] PASSWORD = "only-for-this-test".toCharArray();
    private static final Instant AT = Instant.parse("2026-11-23T10:00:00Z");
    private static final Outcome ARRIVED = new Outcome.Answered(204);

    @TempDir
    private static Path folder;

    private static SSLContext shop;

    private final List<String> lookUps = new CopyOnWriteArrayList<>();
    private final List<String> names = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void make_certificate() throws Exception {
        var file = folder.resolve("shop.p12").toString();
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = keytool + " -genkeypair -alias shop -keyalg EC -dname CN=shop -ext san=dns:shop.example"
                + " -validity 2 -storetype PKCS12 -storepass " + new String(PASSWORD) + " -keystore";
        var made = new ProcessBuilder(java.util.stream.Stream.concat(
                        java.util.Arrays.stream(command.split(" ")), java.util.stream.Stream.of(file))
                .toList());
        assertEquals(0, made.inheritIO().start().waitFor(), "keytool");
        shop = context(KeyStore.getInstance(Path.of(file).toFile(), PASSWORD));
    }

    @Test
    void a_store_with_the_certificate_of_its_name_is_called_by_its_name_at_the_address_that_was_checked()
            throws IOException {
        try (var store = store("127.0.0.2")) {
            assertEquals(ARRIVED, post(store, "shop.example"));
            assertEquals(List.of("shop.example"), names);
            assertEquals(1, store.connections());
        }
    }

    @Test
    void a_name_that_means_something_else_at_the_second_look_up_is_not_looked_up_again() throws IOException {
        try (var store = store("127.0.0.2")) {
            assertEquals(ARRIVED, post(store, "shop.example"));
            assertEquals(List.of("shop.example"), lookUps);
        }
    }

    @Test
    void a_store_with_the_certificate_of_another_is_told_nothing() throws IOException {
        try (var store = store("127.0.0.2")) {
            assertInstanceOf(Outcome.Unreachable.class, post(store, "other.example"));
            assertEquals(List.of(), store.calls());
        }
    }

    @Test
    void a_store_whose_certificate_nobody_vouches_for_is_told_nothing() throws Exception {
        try (var store = store("127.0.0.2")) {
            assertInstanceOf(Outcome.Unreachable.class, post(store, "shop.example", SSLContext.getDefault()));
            assertEquals(List.of(), store.calls());
        }
    }

    private ScriptedStore store(String address) throws IOException {
        var server = (SSLServerSocket)
                shop.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName(address));
        return new ScriptedStore(server, (call, number) -> {
            while (call.comes()) {
                var session = (ExtendedSSLSession) ((SSLSocket) call.socket()).getSession();
                if (names.isEmpty()) {
                    session.getRequestedServerNames().forEach(name -> names.add(((SNIHostName) name).getAsciiName()));
                }
                call.says("HTTP/1.1 204 No Content\r\n\r\n");
            }
        });
    }

    private Outcome post(ScriptedStore store, String name) {
        return post(store, name, shop);
    }

    private Outcome post(ScriptedStore store, String name, SSLContext trusted) {
        var guard = new AddressGuard(List.of(name), host -> {
            lookUps.add(host);
            return new InetAddress[] {InetAddress.getByName(lookUps.size() == 1 ? "127.0.0.2" : "127.0.0.3")};
        });
        var secret = Signature.Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var payment = new PaymentId("pay_0123456789ABCDEFGHJKMNPQRS");
        var content = new WebhookEvent.Content(AT, "{}");
        try (var transport = new HttpWebhookTransport(guard, trusted.getSocketFactory(), Patience.USUAL)) {
            return transport
                    .post(
                            new WebhookEndpoint("books", store.address("https", name), secret),
                            new WebhookEvent("evt_1", "books", payment, "payment.settled", content),
                            AT)
                    .outcome();
        }
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
