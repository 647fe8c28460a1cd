package imtokenpay.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/// How one Payara Micro is started: where its files lie, on which port, with which settings.
/// The settings travel in a file that only its owner can read, not in the command line that everybody can.
///
/// @param monitoring the port that `/health` and `/metrics` move to; without it they stay at `port`
public record Boot(Path home, int port, Map<String, String> settings, OptionalInt monitoring) {
    // As the product ships them.
    private static final Path MONITORING = Built.here().root().resolve("ops/payara");
    private static final String SHIPPED_PORT = "--listenerport 9190";

    public Boot {
        settings = Map.copyOf(settings);
    }

    /// With `/health` and `/metrics` where everything else is.
    public Boot(Path home, int port, Map<String, String> settings) {
        this(home, port, settings, OptionalInt.empty());
    }

    /// Where the server's output goes in that folder.
    public static Path log(Path home) {
        return home.resolve("payara.log");
    }

    /// The JVM's own options, as one `@file`.
    public String jvmOptions() {
        List<String> lines = new ArrayList<>(List.of(
                "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + home.resolve("tmp")));
        settings.forEach((name, value) -> lines.add("-D" + name + "=" + value));
        Path file = home.resolve("payara.options");
        try {
            Files.createDirectories(home.resolve("tmp"));
            Files.deleteIfExists(file);
            createPrivate(file);
            Files.write(file, lines.stream().map(Boot::quoted).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "@" + file;
    }

    /// Payara Micro's options, without the applications.
    public List<String> microOptions() {
        List<String> options = new ArrayList<>(List.of(
                "--port",
                Integer.toString(port),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                file("preboot.commands", commands())));
        monitoring.ifPresent(moved ->
                options.addAll(List.of("--postdeploycommandfile", file("postdeploy.commands", listener(moved)))));
        return options;
    }

    private String commands() {
        try (InputStream source = Objects.requireNonNull(Boot.class.getResourceAsStream("preboot.commands"))) {
            String ours = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            return monitoring.isPresent() ? ours + shipped("preboot.commands") : ours;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String listener(int port) {
        String shipped = shipped("postdeploy.commands");
        if (!shipped.contains(SHIPPED_PORT)) {
            throw new IllegalStateException("ops/payara/postdeploy.commands does not say " + SHIPPED_PORT);
        }
        return shipped.replace(SHIPPED_PORT, "--listenerport " + port);
    }

    private static String shipped(String name) {
        try {
            return Files.readString(MONITORING.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String file(String name, String commands) {
        try {
            return Files.writeString(home.resolve(name), commands).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
