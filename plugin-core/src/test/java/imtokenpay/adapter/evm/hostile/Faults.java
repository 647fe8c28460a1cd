package imtokenpay.adapter.evm.hostile;

import imtokenpay.adapter.evm.hostile.HostileNode.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The ways in which a node fails, each in as many variants as there are seeds.
enum Faults {
    IS_DOWN(random -> (connection, honest) -> resets(connection)),
    ASKS_FOR_PATIENCE(random -> {
        var seconds = 1 + random.nextInt(100);
        var after = List.of("" + seconds, "Wed, 21 Oct 2099 07:28:00 GMT", "soon", "-1", "9".repeat(40), "");
        var wait = after.get(random.nextInt(after.size()));
        return (connection, honest) -> HostileNode.sends(
                connection, "429 Too Many Requests\r\nRetry-After: " + wait, new byte[random.nextInt(100)]);
    }),
    ANSWERS_WITH_A_STATUS(random -> {
        var status = List.of(100, 101, 201, 204, 206, 301, 307, 400, 401, 403, 404, 418, 500, 502, 503, 504, 522, 599)
                .get(random.nextInt(18));
        return (connection, honest) -> HostileNode.sends(
                connection, status + " So\r\nLocation: http://127.0.0.1:1/", status < 205 ? new byte[0] : honest);
    }),
    HANGS_UP_IN_THE_MIDDLE(random -> {
        var part = random.nextDouble();
        return (connection, honest) -> {
            var head = "HTTP/1.1 200 OK\r\nContent-Length: " + honest.length + "\r\n\r\n";
            connection.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().write(honest, 0, (int) (part * honest.length));
            if (part < 0.5) {
                resets(connection);
            }
        };
    }),
    SAYS_WHAT_IS_NO_JSON(random -> {
        var cut = random.nextDouble();
        var junk = List.of("", "<html>Bad Gateway</html>", "\0\0\0", "NaN", "{]", "'a'", "\uFEFF[]", "[,]", "]");
        var tail = junk.get(random.nextInt(junk.size()));
        return (connection, honest) -> {
            var whole = new String(honest, StandardCharsets.UTF_8);
            ok(connection, whole.substring(0, (int) (cut * (whole.length() - 1))) + tail);
        };
    }),
    ANSWERS_WITH_AN_ERROR(random -> {
        var codes = List.of(-32700, -32600, -32601, -32602, -32603, -32000, -32001, -32005, -32016, 429, 3, 0);
        var error = "{\"code\":" + codes.get(random.nextInt(codes.size())) + ",\"message\":\"no\\r\\n"
                + "x".repeat(random.nextInt(500)) + "\"}";
        var isWhole = random.nextBoolean();
        return (connection, honest) -> {
            var one = "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":" + error + "}";
            ok(
                    connection,
                    isWhole
                            ? one
                            : answers(honest, answer -> {
                                        answer.remove("result");
                                        answer.set("error", json().readTree(error));
                                    })
                                    .toString());
        };
    }),
    MIXES_UP_WHAT_BELONGS_TO_WHAT(random -> {
        var kind = random.nextInt(5);
        var by = 1 + random.nextInt(1_000);
        return (connection, honest) -> {
            var batch = answers(honest, answer -> {
                switch (kind) {
                    case 0 -> answer.put("id", answer.path("id").asInt() + by);
                    case 1 -> answer.put("id", -by);
                    case 2 -> answer.remove("id");
                    default -> {}
                }
            });
            if (kind == 3) {
                batch.remove(by % batch.size());
            } else if (kind == 4) {
                batch.add(batch.get(by % batch.size()).deepCopy());
            }
            ok(connection, batch.toString());
        };
    }),
    TALKS_WITHOUT_END(random -> {
        var text = List.of("[", " ", "{\"a\":", "[{\"id\":0,\"result\":\"", "\"" + "\\u0000".repeat(100))
                .get(random.nextInt(5));
        var isChunked = random.nextBoolean();
        return (connection, honest) -> {
            var out = connection.getOutputStream();
            var length = isChunked ? "Transfer-Encoding: chunked" : "Content-Length: 1099511627776";
            out.write(("HTTP/1.1 200 OK\r\n" + length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            var part = text.repeat(65_536 / text.length()).getBytes(StandardCharsets.ISO_8859_1);
            while (!connection.isClosed()) {
                if (isChunked) {
                    out.write((Integer.toHexString(part.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                }
                out.write(part);
                out.write(isChunked ? new byte[] {'\r', '\n'} : new byte[0]);
            }
        };
    }),
    IS_NESTED_DEEPLY(random -> {
        var depth = 70 + random.nextInt(200_000);
        var open = random.nextBoolean() ? "[" : "[{\"a\":";
        return (connection, honest) -> ok(connection, open.repeat(depth));
    }),
    SENDS_A_BOMB(random -> {
        var packed = bomb(40 + random.nextInt(40));
        return (connection, honest) -> HostileNode.sends(
                connection, "200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip", packed);
    });

    private final Variants variants;

    /// Makes a variant of a fault.
    private interface Variants {
        Fault by(SplittableRandom random);
    }

    Faults(Variants variants) {
        this.variants = variants;
    }

    Fault variant(long seed) {
        return variants.by(new SplittableRandom(seed));
    }

    /// Sends a byte now and then, far below what anybody would wait for.
    static Fault slowly(long seed) {
        var bytes = new SplittableRandom(seed).nextInt(60);
        return (connection, honest) -> {
            var whole = new ByteArrayOutputStream();
            whole.writeBytes("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().write(whole.toByteArray(), 0, Math.min(bytes, whole.size()));
            // Until the reader hangs up; there is nothing more to read from it.
            connection.getInputStream().read();
        };
    }

    private static void ok(Socket connection, String body) throws IOException {
        HostileNode.sends(connection, "200 OK", body.getBytes(StandardCharsets.UTF_8));
    }

    private static void resets(Socket connection) throws IOException {
        connection.setSoLinger(true, 0);
        connection.close();
    }

    private static JsonMapper json() {
        return new JsonMapper();
    }

    private static ArrayNode answers(byte[] honest, java.util.function.Consumer<ObjectNode> change) {
        var batch = (ArrayNode) json().readTree(honest);
        batch.forEach(answer -> change.accept((ObjectNode) answer));
        return batch;
    }

    private static byte[] bomb(int megabytes) {
        var packed = new ByteArrayOutputStream();
        var megabyte = " ".repeat(1_048_576).getBytes(StandardCharsets.ISO_8859_1);
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (var i = 0; i < megabytes; i++) {
                out.write(megabyte);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
