package imtokenpay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// The examples of docs/examples.md, run as they stand there by whichever of the languages this machine has.
class ExamplesTest {
    private static final Pattern VECTOR =
            Pattern.compile("```\nsecret: +(.+)\nid: +(.+)\ntimestamp: +([0-9]+)\nbody: +(.+)\nsignature: +(.+)\n```");
    private static final String CHECKOUT = "https://shop.example/imtoken/pay/pay_7Q";
    private static final String KEY = "sk_test_example";
    private static final int SECONDS_MAX = 60;

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();

    private enum Language {
        PYTHON("python", "python3", "example.py", """
                import json, sys
                from example import create_payment, verify_webhook
                for call in json.load(open("calls.json")):
                    print(str(verify_webhook(call["secret"], call["headers"], call["body"].encode(), call["now"])
                        is not None).lower())
                print(create_payment("1042", "12.50", "eip155:1/slip44:60", "attempt-1"))
                """, "run.py"),
        NODE("js", "node", "example.mjs", """
                import { readFileSync } from "node:fs";
                import { createPayment, verifyWebhook } from "./example.mjs";
                for (const { secret, headers, body, now } of JSON.parse(readFileSync("calls.json")))
                  console.log(verifyWebhook(secret, headers, Buffer.from(body), now) !== null);
                console.log(await createPayment("1042", "12.50", "eip155:1/slip44:60", "attempt-1"));
                """, "run.mjs"),
        PHP("php", "php", "example.php", """
                <?php
                require 'example.php';
                foreach (json_decode(file_get_contents('calls.json'), true) as $call) {
                    $event = verify_webhook($call['secret'], $call['headers'], $call['body'], $call['now']);
                    echo $event === null ? "false\\n" : "true\\n";
                }
                echo create_payment('1042', '12.50', 'eip155:1/slip44:60', 'attempt-1'), "\\n";
                """, "run.php");

        private final String fence;
        private final String program;
        private final String file;
        private final String driver;
        private final String driverFile;

        Language(String fence, String program, String file, String driver, String driverFile) {
            this.fence = fence;
            this.program = program;
            this.file = file;
            this.driver = driver;
            this.driverFile = driverFile;
        }

        boolean here() {
            return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                    .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_example_asks_for_a_payment_and_believes_signed_webhooks_only(Language language) throws Exception {
        assumeTrue(language.here(), language.program + " is not on this machine");
        Files.writeString(folder.resolve(language.file), code(language.fence));
        Files.writeString(folder.resolve(language.driverFile), language.driver);
        var calls = calls();
        Files.writeString(
                folder.resolve("calls.json"),
                JsonMapper.shared()
                        .writeValueAsString(calls.stream().map(Call::json).toList()));
        var expected = new ArrayList<>(
                calls.stream().map(call -> Boolean.toString(call.good())).toList());
        expected.add(CHECKOUT);
        assertEquals(expected, run(language));
        assertEquals(
                List.of("POST /imtoken/api/v1/payments Bearer " + KEY + " attempt-1 application/json "
                        + "{amount=12.50, asset=eip155:1/slip44:60, currency=USD, orderRef=1042}"),
                asked);
    }

    @Test
    void each_language_has_one_example() throws IOException {
        for (var language : Language.values()) {
            assertEquals(1, code(language.fence).split("checkoutUrl").length - 1, language.fence);
        }
    }

    private record Call(boolean good, String secret, Map<String, String> headers, String body, long now) {
        Map<String, Object> json() {
            return Map.of("secret", secret, "headers", headers, "body", body, "now", now);
        }
    }

    /// The published vectors, and what a receiver must refuse of them.
    private static List<Call> calls() throws IOException {
        var page = Files.readString(Repository.root().resolve("docs/webhooks.md"));
        var calls = VECTOR.matcher(page)
                .results()
                .flatMap(vector -> Stream.concat(good(vector), bad(vector)))
                .toList();
        assertEquals(30, calls.size());
        return calls;
    }

    private static Stream<Call> good(MatchResult vector) {
        var good = call(vector);
        return Stream.of(
                good,
                new Call(true, good.secret(), good.headers(), good.body(), good.now() + 300),
                new Call(true, good.secret().split(" ")[0], good.headers(), good.body(), good.now()));
    }

    private static Stream<Call> bad(MatchResult vector) {
        var good = call(vector);
        var later = new Call(false, good.secret(), good.headers(), good.body(), good.now() + 301);
        var sooner = new Call(false, good.secret(), good.headers(), good.body(), good.now() - 301);
        var altered = new Call(false, good.secret(), good.headers(), good.body() + " ", good.now());
        var stranger = new Call(false, "whsec_" + "AAAA".repeat(8), good.headers(), good.body(), good.now());
        return Stream.concat(
                Stream.of(later, sooner, altered, stranger),
                Stream.of("webhook-id evt_other", "webhook-timestamp soon", "webhook-signature v1,\u00e9")
                        .map(header -> {
                            var headers = new TreeMap<>(good.headers());
                            headers.put(header.split(" ")[0], header.split(" ")[1]);
                            return new Call(false, good.secret(), headers, good.body(), good.now());
                        }));
    }

    private static Call call(MatchResult vector) {
        var headers = Map.of(
                "webhook-id", vector.group(2),
                "webhook-timestamp", vector.group(3),
                "webhook-signature", vector.group(5));
        return new Call(true, vector.group(1), headers, vector.group(4), Long.parseLong(vector.group(3)));
    }

    private static String code(String fence) throws IOException {
        var page = Files.readString(Repository.root().resolve("docs/examples.md"));
        return page.split("```" + fence + "\n")[1].split("```")[0];
    }

    private List<String> run(Language language) throws IOException, InterruptedException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        try {
            var out = folder.resolve("out");
            var builder = new ProcessBuilder(language.program, language.driverFile)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile());
            builder.environment()
                    .put(
                            "IMTOKEN_URL",
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/imtoken");
            builder.environment().put("IMTOKEN_KEY", KEY);
            var process = builder.start();
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return Files.readAllLines(out);
        } finally {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = JsonMapper.shared().readValue(exchange.getRequestBody().readAllBytes(), TreeMap.class);
        asked.add(String.join(
                " ",
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                headers.getFirst("Authorization"),
                headers.getFirst("Idempotency-Key"),
                headers.getFirst("Content-Type"),
                body.toString()));
        var bytes = ("{\"checkoutUrl\": \"" + CHECKOUT + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(201, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
