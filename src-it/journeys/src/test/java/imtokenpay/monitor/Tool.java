package imtokenpay.monitor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import imtokenpay.server.Built;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One of Prometheus' own programs: where the environment says (`PROMETHEUS`, `PROMTOOL`), on the path, or where
/// `./check` has put it.
enum Tool {
    PROMETHEUS,
    PROMTOOL;

    private static final Path FETCHED = Built.here().root().resolve(".demo/prometheus/usr/bin");

    /// Whether there is such a program. Where there is none, that is said aloud.
    boolean isThere() {
        boolean isThere = found().isPresent();
        if (!isThere) {
            System.err.println("NOT TESTED ON A REAL PROMETHEUS: there is no program " + word());
        }
        return isThere;
    }

    /// The program. Where there is none, the test ends as skipped.
    Path program() {
        assumeTrue(isThere(), "no program " + word());
        return found().orElseThrow();
    }

    private Optional<Path> found() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv(name())).map(Path::of),
                        Stream.concat(path(), Stream.of(FETCHED)).map(folder -> folder.resolve(word())))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Runs it in a folder until it ends.
    Ended run(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program().toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// How it ended, and what it said.
    record Ended(int code, String said) {}

    private String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Stream<Path> path() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
    }
}
