package imtokenpay.adapter.evm.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Tls13Test {
    private static final String PASSWORD = "only-for-this-test";
    private static final int NO_CONTENT = 204;

    @TempDir
    private static Path folder;

    private static SSLContext here;
    private static SSLContext elsewhere;

    @BeforeAll
    static void make_certificates() throws Exception {
        here = context("here", "san=ip:127.0.0.1");
        elsewhere = context("elsewhere", "san=dns:node.example");
    }

    @Test
    void a_node_that_speaks_tls_1_3_is_asked() throws Exception {
        assertEquals(NO_CONTENT, ask(here, "TLSv1.3"));
    }

    @Test
    void a_node_that_speaks_nothing_newer_than_tls_1_2_is_not_asked() {
        assertThrows(SSLException.class, () -> ask(here, "TLSv1.2"));
    }

    @Test
    void a_node_with_the_certificate_of_another_is_not_asked() {
        assertThrows(SSLException.class, () -> ask(elsewhere, "TLSv1.3"));
    }

    // The connection trusts every name, so that only our own check of names can refuse one.
    private static int ask(SSLContext node, String protocol) throws IOException {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(node) {
            @Override
            public void configure(HttpsParameters parameters) {
                var tls = node.getDefaultSSLParameters();
                tls.setProtocols(new String[] {protocol});
                parameters.setSSLParameters(tls);
            }
        });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(NO_CONTENT, -1);
            exchange.close();
        });
        server.start();
        try {
            var address = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
            var https = (HttpsURLConnection) address.toURL().openConnection();
            https.setSSLSocketFactory(new Tls13(node));
            https.setHostnameVerifier((name, session) -> true);
            return https.getResponseCode();
        } finally {
            server.stop(0);
        }
    }

    // A context that shows one certificate and trusts the same.
    private static SSLContext context(String name, String extension) throws Exception {
        var file = folder.resolve(name + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        extension,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        assertEquals(0, made, "keytool");
        return context(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
