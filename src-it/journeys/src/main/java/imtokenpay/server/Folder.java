package imtokenpay.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for one run, with the databases, the server's files and its log.
public final class Folder {
    private static final String LOG = "payara.log";

    private Folder() {}

    /// The folder at `path`, empty.
    public static Path fresh(Path path) {
        delete(path, "");
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Deletes everything in it but the log.
    public static void tidy(Path path) {
        delete(path, LOG);
    }

    private static void delete(Path path, String kept) {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> found = Files.walk(path)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                if (!file.equals(path) && !file.equals(path.resolve(kept))) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
