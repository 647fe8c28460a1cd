package imtokenpay.bench.visit;

import imtokenpay.outside.Browser;
import imtokenpay.server.Boot;
import imtokenpay.server.Built;
import imtokenpay.server.PayaraMicro;
import imtokenpay.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A server like ours, started like ours, with nothing in it but [Hello].
final class HelloServer implements AutoCloseable {
    private static final int FIRST_PORT = 18_950;
    private static final String CLASS = Hello.class.getName().replace('.', '/') + ".class";

    private final PayaraMicro micro;
    private final URI page;

    private HelloServer(PayaraMicro micro, URI page) {
        this.micro = micro;
        this.page = page;
    }

    /// Returns when it answers.
    static HelloServer started(Path home) {
        var port = Ports.freeFrom(FIRST_PORT);
        var page = URI.create("http://127.0.0.1:" + port + "/hello/hello");
        var boot = new Boot(home, port, Map.of());
        var micro = PayaraMicro.start(boot, Built.here(), List.of(war(home)), List.of("/hello"));
        micro.awaitReady(() -> isThere(page), line -> {});
        return new HelloServer(micro, page);
    }

    URI page() {
        return page;
    }

    long pid() {
        return micro.pid();
    }

    @Override
    public void close() {
        micro.close();
    }

    private static boolean isThere(URI page) {
        try {
            return new Browser().see(page).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static Path war(Path home) {
        var war = home.resolve("hello.war");
        try (var zip = new ZipOutputStream(Files.newOutputStream(war));
                var code = Objects.requireNonNull(Hello.class.getClassLoader().getResourceAsStream(CLASS))) {
            zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + CLASS));
            code.transferTo(zip);
            zip.closeEntry();
            return war;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
