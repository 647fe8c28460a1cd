package imtokenpay.journeys;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real browser without a window.
final class Chromium {
    private static final long LIMIT_SECONDS = 120;
    private static final String NO_SCRIPTS = """
            {"profile": {"default_content_setting_values": {"javascript": 2}}}
            """;

    private final Path program;
    private final Path work;

    private Chromium(Path program, Path work) {
        this.program = program;
        this.work = work;
    }

    /// The browser of this machine: `CHROMIUM` names it, else it is looked for on the search path.
    static Chromium ofThisMachine(Path work) {
        String named = Objects.requireNonNullElse(System.getenv("CHROMIUM"), "");
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)));
        Path program = Stream.concat(
                        Stream.of(named).filter(name -> !name.isEmpty()).map(Path::of), onPath)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium here: ./check installs it or tells how"));
        return new Chromium(program, work);
    }

    /// The page as a browser without JavaScript has it.
    String withoutScripts(URI page) {
        return run(profile("no-scripts", NO_SCRIPTS), "--dump-dom", page.toString());
    }

    /// A picture of the page in a window of that size.
    Path picture(URI page, String name, int width, int height) {
        Path file = work.resolve(name + ".png");
        Path profile = profile("plain", "{}");
        run(profile, "--screenshot=" + file, "--window-size=" + width + "," + height, page.toString());
        return file;
    }

    /// A profile folder with these preferences. (The switch that turns scripts off turns `--dump-dom` off as well.)
    private Path profile(String name, String preferences) {
        try {
            Path folder = Files.createDirectories(
                    work.resolve("profiles").resolve(name).resolve("Default"));
            Files.writeString(folder.resolve("Preferences"), preferences);
            return folder.getParent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String run(Path profile, String... options) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--hide-scrollbars",
                "--no-first-run",
                "--user-data-dir=" + profile));
        command.addAll(List.of(options));
        Path out = work.resolve("chromium.out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(work.resolve("chromium.err").toFile())
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("Chromium did not end: " + command);
            }
            return Files.readString(out, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
