package imtokenpay.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The checkout that the tests run in.
final class Repository {
    private static final List<String> MODULES = List.of(
            "plugin-core",
            "admin-ui",
            "plugin-war",
            "storefront-adapter",
            "src-it/devnet",
            "src-it/sample-storefront",
            "src-it/bench",
            "src-it/journeys");

    private Repository() {}

    /// The folder that holds all modules.
    static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("plugin-core"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("run the tests within the repository");
            }
        }
        return folder;
    }

    /// The modules' folders.
    static List<Path> modules() {
        return MODULES.stream().map(root()::resolve).toList();
    }

    /// The compiled classes of a module.
    static Path classes(String module) {
        var classes = root().resolve(module).resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException(module + " is not compiled: build from the top, not this module alone");
        }
        return classes;
    }

    /// All source files of that ending.
    static List<Path> sources(String ending) {
        return modules().stream()
                .map(module -> module.resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(Repository::walk)
                .filter(file -> file.toString().endsWith(ending))
                .toList();
    }

    /// The lines of a file.
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Path> walk(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
