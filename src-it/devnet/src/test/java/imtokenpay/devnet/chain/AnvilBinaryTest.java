package imtokenpay.devnet.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnvilBinaryTest {
    private final Map<String, String> environment = new HashMap<>();
    private final Properties properties = new Properties();

    @TempDir
    private Path folder;

    @BeforeEach
    void describe_a_machine() {
        properties.setProperty("os.name", "Linux");
        properties.setProperty("os.arch", "amd64");
        properties.setProperty("user.home", folder.resolve("home").toString());
        properties.setProperty(
                "user.dir", folder.resolve("repo/src-it/journeys").toString());
        environment.put("PATH", folder.resolve("bin").toString());
    }

    @Test
    void on_a_machine_without_it_nothing_is_found() {
        assertEquals(Optional.empty(), find());
    }

    @Test
    void the_places_are_searched_in_order() throws IOException {
        Path module = install("repo/src-it/devnet/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil");
        assertEquals(Optional.of(module), find());
        Path foundry = install("home/.foundry/bin/anvil");
        assertEquals(Optional.of(foundry), find());
        Path path = install("bin/anvil");
        assertEquals(Optional.of(path), find());
        Path named = install("elsewhere/my-anvil");
        environment.put("ANVIL", named.toString());
        assertEquals(Optional.of(named), find());
    }

    @Test
    void the_module_folder_can_be_told() throws IOException {
        install("repo/src-it/devnet/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil");
        Path told = install("other/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil");
        properties.setProperty("imtokenpay.devnet.dir", folder.resolve("other").toString());
        assertEquals(Optional.of(told), find());
    }

    @Test
    void each_platform_has_its_package() {
        assertEquals("@foundry-rs/anvil-linux-amd64", binary().npmPackage());
        properties.setProperty("os.name", "Mac OS X");
        properties.setProperty("os.arch", "aarch64");
        assertEquals("@foundry-rs/anvil-darwin-arm64", binary().npmPackage());
        properties.setProperty("os.name", "Windows 11");
        properties.setProperty("os.arch", "amd64");
        assertEquals("@foundry-rs/anvil-win32-amd64", binary().npmPackage());
    }

    private AnvilBinary binary() {
        return new AnvilBinary(environment, properties);
    }

    private Optional<Path> find() {
        return binary().find();
    }

    private Path install(String where) throws IOException {
        Path file = folder.resolve(where);
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        return file;
    }
}
