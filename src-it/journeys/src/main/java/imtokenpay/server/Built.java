package imtokenpay.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What the build made, found from the repository's root.
public record Built(Path root) {

    /// The repository that the current folder lies in.
    public static Built here() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("plugin-war")))
                .findFirst()
                .map(Built::new)
                .orElseThrow(() -> new IllegalStateException("this must run within the repository, not in " + here));
    }

    public Path pluginWar() {
        return existing("plugin-war/target/imtoken-pay.war");
    }

    public Path shopWar() {
        return existing("src-it/sample-storefront/target/sample-storefront.war");
    }

    public Path payaraMicro() {
        return existing("src-it/journeys/target/payara/payara-micro.jar");
    }

    /// The jar that a store puts into its own WAR.
    public Path adapterJar() {
        return existing("storefront-adapter/target/storefront-adapter-0.1.0-SNAPSHOT.jar");
    }

    public List<Path> wars() {
        return List.of(pluginWar(), shopWar());
    }

    private Path existing(String path) {
        Path file = root.resolve(path);
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException("not built yet: " + path + " (./demo builds it, or: mvn package)");
        }
        return file;
    }
}
