package imtokenpay.devnet.chain;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// Finds the development node's program. The native program is wanted, never a script around it: stopping a
/// script would leave the node running.
final class AnvilBinary {
    /// The npm scope whose packages carry the program for each platform.
    static final String SCOPE = "@foundry-rs";

    private final Map<String, String> environment;
    private final Properties properties;

    AnvilBinary(Map<String, String> environment, Properties properties) {
        this.environment = environment;
        this.properties = properties;
    }

    static AnvilBinary ofThisMachine() {
        return new AnvilBinary(System.getenv(), System.getProperties());
    }

    /// The first of: `ANVIL`, the search path, Foundry's own folder, this module's node_modules.
    Optional<Path> find() {
        return Stream.of(named(), onPath(), inFoundry(), inModule())
                .flatMap(stream -> stream)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// The npm package for this platform.
    String npmPackage() {
        return SCOPE + "/anvil-" + system() + "-" + processor();
    }

    private Stream<Path> named() {
        return Stream.ofNullable(environment.get("ANVIL"))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    private Stream<Path> onPath() {
        String path = Objects.requireNonNullElse(environment.get("PATH"), "");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, program()));
    }

    private Stream<Path> inFoundry() {
        return Stream.of(Path.of(property("user.home"), ".foundry", "bin", program()));
    }

    private Stream<Path> inModule() {
        return moduleFolder()
                .map(folder -> folder.resolve("node_modules")
                        .resolve(npmPackage())
                        .resolve("bin")
                        .resolve(program()))
                .stream();
    }

    /// Where this module's sources lie: told by `imtokenpay.devnet.dir`, else found above the working directory.
    private Optional<Path> moduleFolder() {
        String told = property("imtokenpay.devnet.dir");
        if (!told.isBlank()) {
            return Optional.of(Path.of(told));
        }
        Path here = Path.of(property("user.dir")).toAbsolutePath();
        return Stream.iterate(here, Objects::nonNull, Path::getParent)
                .map(folder -> folder.resolve("src-it").resolve("devnet"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private String program() {
        return system().equals("win32") ? "anvil.exe" : "anvil";
    }

    private String system() {
        String name = property("os.name").toLowerCase(Locale.ROOT);
        if (name.contains("win") && !name.contains("darwin")) {
            return "win32";
        }
        return name.contains("mac") || name.contains("darwin") ? "darwin" : "linux";
    }

    private String processor() {
        String name = property("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("aarch64") || name.equals("arm64") ? "arm64" : "amd64";
    }

    private String property(String name) {
        return properties.getProperty(name, "");
    }
}
