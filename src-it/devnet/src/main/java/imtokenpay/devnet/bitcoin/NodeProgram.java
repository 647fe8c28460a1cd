package imtokenpay.devnet.bitcoin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The program of a Bitcoin node: Debian's package, unpacked beside the system.
///
/// @param root the repository's root
public record NodeProgram(Path root) {
    /// Where it is started; fetches it first if it is not there.
    ///
    /// @throws IllegalStateException saying why where it cannot be had
    public Path file() {
        Path home = root.resolve(".demo/bitcoin-node");
        Path program = home.resolve("node");
        if (!Files.isExecutable(program)) {
            fetch(home);
        }
        return program;
    }

    private void fetch(Path home) {
        try {
            Process process = new ProcessBuilder(
                            "bash",
                            root.resolve("plugin-core/src/test/sh/bitcoin-node.sh")
                                    .toString(),
                            home.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bash cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the node was fetched", e);
        }
    }
}
