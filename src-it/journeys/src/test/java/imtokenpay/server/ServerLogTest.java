package imtokenpay.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    private static final List<String> ROOTS = List.of("/imtoken", "/shop");
    private static final String READY = "[INFO] [tid: 3] Payara Micro 6 ready in 3,574 (ms)\n";

    @TempDir
    private Path folder = Path.of("");

    private ServerLog log(String text) throws IOException {
        return new ServerLog(Files.writeString(folder.resolve("log"), text));
    }

    @Test
    void a_server_that_is_still_starting_has_not_failed() throws IOException {
        assertEquals(
                Optional.empty(),
                log("[INFO] Exception while loading the app\n").failure(ROOTS));
    }

    @Test
    void a_server_that_is_ready_with_both_applications_has_not_failed() throws IOException {
        String both = "\"Context Root\": \"/imtoken\"\n\"Context Root\": \"/shop\"\n";
        assertEquals(Optional.empty(), log(both + READY).failure(ROOTS));
    }

    @Test
    void a_server_that_is_ready_without_an_application_has_failed() throws IOException {
        String one = "\"Context Root\": \"/imtoken\"\n";
        assertEquals(
                Optional.of("/shop could not be deployed"), log(one + READY).failure(ROOTS));
    }

    @Test
    void a_busy_port_is_a_failure_at_once() throws IOException {
        assertEquals(
                Optional.of("java.net.BindException: Address already in use"),
                log("java.net.BindException: Address already in use\n").failure(ROOTS));
    }

    @Test
    void causes_are_told_once_and_without_the_servers_brackets() throws IOException {
        String text = "[2026] [] [\u001b[1;91mSEVERE\u001b[0m] [web] [tid: 3] Exception: broken\n"
                + "\tat some.Where(Where.java:1)\nCaused by: this\nCaused by: this\n";
        assertEquals("Exception: broken\nCaused by: this", log(text).told());
    }

    @Test
    void of_several_matches_the_last_is_found() throws IOException {
        Pattern token = Pattern.compile("token: (\\S+)");
        assertEquals(Optional.of("b"), log("token: a\ntoken: b\nend\n").last(token));
    }
}
