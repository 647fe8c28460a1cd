package imtokenpay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import imtokenpay.server.Built;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// No container is built here. So what ops/Containerfile names is held against what the build has made.
class ContainerfileIT {
    private static final Path ROOT = Repository.root();
    private static final Path IS_LIVE = ROOT.resolve("ops/payara/is-live");
    private static final String HOME = "/opt/imtoken-pay/";
    private static final int SECONDS_MAX = 20;
    private static final List<String> LINES = instructions();

    @Test
    void it_takes_the_war_and_the_server_that_the_build_made_and_what_we_ship() {
        var copied = copied();
        assertEquals(
                List.of(
                        ROOT.relativize(Built.here().payaraMicro()).toString(),
                        ROOT.relativize(Built.here().pluginWar()).toString(),
                        "ops/payara/preboot.commands",
                        "ops/payara/postdeploy.commands",
                        "ops/payara/is-live"),
                copied);
        for (var file : copied) {
            assertTrue(Files.isRegularFile(ROOT.resolve(file)), file);
        }
        assertTrue(Files.isExecutable(IS_LIVE));
    }

    @Test
    void every_file_that_it_starts_with_was_copied() {
        var names = copied().stream()
                .map(file -> HOME + Path.of(file).getFileName())
                .toList();
        var started = Stream.concat(words("ENTRYPOINT").stream(), words("HEALTHCHECK").stream())
                .filter(word -> word.startsWith("/"))
                .toList();
        assertEquals(5, started.size());
        assertTrue(names.containsAll(started), () -> started + " of " + names);
    }

    @Test
    void its_ports_are_those_that_the_server_opens() {
        var start = words("ENTRYPOINT");
        assertEquals(only("EXPOSE"), start.get(start.indexOf("--port") + 1));
        var health = words("HEALTHCHECK").getLast();
        assertTrue(
                Repository.lines(ROOT.resolve("ops/payara/postdeploy.commands")).stream()
                        .anyMatch(line -> line.contains("--address 127.0.0.1 --listenerport " + health + " ")),
                health);
    }

    @Test
    void its_java_is_the_one_that_we_test_with_and_nobody_is_root() {
        assertEquals("eclipse-temurin:25-jre", only("FROM"));
        assertFalse(only("USER").matches("(?:0|root)(?::.*)?"));
        assertEquals("/data", only("WORKDIR"));
        assertEquals("/data", only("VOLUME"));
        assertTrue(only("RUN").endsWith(" /data"));
    }

    @Test
    void it_is_live_while_the_plugin_says_so() throws Exception {
        var up = "{\"status\":\"UP\",\"checks\":[{\"name\":\"imtoken-pay-timers\",\"status\":\"UP\",\"data\":{}}]}";
        assertEquals(0, isLive(200, up));
        assertTrue(isLive(503, up.replace("UP", "DOWN")) != 0);
        assertTrue(isLive(200, "{\"status\":\"UP\",\"checks\":[]}") != 0, "the server refused the plugin");
    }

    @Test
    void it_is_not_live_while_nobody_listens() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        server.stop(0);
        assertTrue(isLive(server.getAddress().getPort()) != 0);
    }

    private static int isLive(int status, String body) throws IOException, InterruptedException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health/live", exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            return isLive(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static int isLive(int port) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", IS_LIVE.toString(), Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    /// All that is copied, as it lies in the repository; it must all go to one place.
    private static List<String> copied() {
        var copied = new ArrayList<String>();
        for (var line : all("COPY")) {
            var words = List.of(line.split(" "));
            assertEquals(HOME, words.getLast());
            copied.addAll(words.subList(0, words.size() - 1));
        }
        return copied;
    }

    /// The words of an instruction in the form of a JSON array.
    private static List<String> words(String instruction) {
        var said = only(instruction);
        return Arrays.asList(JsonMapper.shared().readValue(said.substring(said.indexOf('[')), String[].class));
    }

    private static String only(String instruction) {
        var all = all(instruction);
        assertEquals(1, all.size(), instruction);
        return all.getFirst();
    }

    private static List<String> all(String instruction) {
        return LINES.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
    }

    private static List<String> instructions() {
        var text = String.join("\n", Repository.lines(ROOT.resolve("ops/Containerfile")))
                .replaceAll("(?m)^#.*\n", "")
                .replaceAll("\\\\\n\\s*", "");
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
