package imtokenpay.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How one Payara Micro is started: where its files lie, on which port, with which settings.
/// The settings travel in a file that only its owner can read, not in the command line that everybody can.
public record Boot(Path home, int port, Map<String, String> settings) {

    public Boot {
        settings = Map.copyOf(settings);
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
        return List.of(
                "--port",
                Integer.toString(port),
                "--nohazelcast",
                "--disablephonehome",
                "--prebootcommandfile",
                commands().toString());
    }

    private Path commands() {
        Path file = home.resolve("preboot.commands");
        try (InputStream source = Objects.requireNonNull(Boot.class.getResourceAsStream("preboot.commands"))) {
            Files.copy(source, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
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
