package imtokenpay.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final String PAGE = """
            <form id="other" action="/other"><input type="hidden" name="x" value="1"></form>
            <form id="login" method="post" action="/in?a=1&amp;b=2">
              <input type="hidden" name="state" value="a&quot;b"/>
              <input name="f:user" type="text"/><input name="f:password" type="password"/>
              <input type="checkbox" name="f:stay" value="yes"/>
              <input type="submit" name="f:go" value="Sign in"/><input type="submit" name="f:stop" value="No"/>
            </form>
            """;

    private final HttpServer server;

    FormTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void echo_what_is_posted() {
        server.createContext("/", exchange -> {
            byte[] posted = exchange.getRequestBody().readAllBytes();
            String told = exchange.getRequestURI() + " " + new String(posted, StandardCharsets.UTF_8);
            byte[] answer = told.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Answer page() {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/page");
        return new Answer(uri, 200, Map.of(), PAGE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_form_sends_its_hidden_fields_and_the_button_that_was_pressed() {
        String told = Form.on(page(), "id=\"login\"")
                .fill("user", "owner")
                .fill("password", "a&b")
                .press(new Browser(), "go")
                .text();
        assertEquals("/in?a=1&b=2 state=a%22b&f%3Auser=owner&f%3Apassword=a%26b&f%3Ago=Sign+in", told);
    }

    @Test
    void a_field_that_is_not_there_cannot_be_filled_in() {
        Form form = Form.on(page(), "id=\"login\"");
        assertThrows(AssertionError.class, () -> form.fill("nickname", "x"));
    }

    @Test
    void a_page_without_the_form_says_so() {
        assertThrows(AssertionError.class, () -> Form.on(page(), "id=\"nothing\""));
    }
}
