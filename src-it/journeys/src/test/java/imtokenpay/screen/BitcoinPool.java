package imtokenpay.screen;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Stands in for a Bitcoin node that has no block but the first of every regtest, and in whose memory pool one
/// transaction waits or none.
final class BitcoinPool implements AutoCloseable {
    /// Its chain's CAIP-2 id.
    static final String CHAIN = "bip122:0f9188f13cb7b2c71f2a335e3a4fc328";

    /// An address of regtest: the pay-to-witness-public-key-hash of BIP-173's examples.
    static final String ADDRESS = "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080";

    private static final String SCRIPT = "0014751e76e8199196d454941c45d1b3a323f1433bd6";
    private static final String FIRST = "0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206";
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private volatile Optional<String> waiting = Optional.empty();

    BitcoinPool() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", call -> {
            byte[] answer =
                    answers(JSON.readTree(call.getRequestBody().readAllBytes())).getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, answer.length);
            call.getResponseBody().write(answer);
            call.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Now a transaction waits that pays so much, and no other.
    ///
    /// @param sequence what its input says of whether it may be replaced (BIP-125)
    void holds(long sats, int sequence) {
        waiting = Optional.of("0200000001" + "00".repeat(36) + "00" + little(4, sequence) + "01" + little(8, sats)
                + "16" + SCRIPT + "00000000");
    }

    /// Nothing waits any more.
    void forgets() {
        waiting = Optional.empty();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String answers(JsonNode calls) {
        return StreamSupport.stream(calls.spliterator(), false)
                .map(call -> "{\"jsonrpc\":\"2.0\",\"result\":"
                        + result(call.path("method").asString("")) + ",\"id\":" + call.path("id") + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String result(String method) {
        long now = Instant.now().getEpochSecond();
        return switch (method) {
            case "getblockhash" -> "\"" + FIRST + "\"";
            case "getblockchaininfo" ->
                "{\"blocks\":0,\"headers\":0,\"bestblockhash\":\"" + FIRST + "\",\"mediantime\":" + now
                        + ",\"initialblockdownload\":false,\"pruned\":false}";
            case "getblockheader" ->
                "{\"hash\":\"" + FIRST + "\",\"confirmations\":1,\"height\":0,\"time\":" + now + ",\"mediantime\":"
                        + now + "}";
            case "getrawmempool" -> waiting.map(hex -> "[\"" + id(hex) + "\"]").orElse("[]");
            case "getrawtransaction" -> "\"" + waiting.orElse("") + "\"";
            default -> throw new IllegalStateException("not stood in for: " + method);
        };
    }

    // As people write it: the last byte first.
    private static String id(String hex) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] hash = sha256.digest(sha256.digest(HexFormat.of().parseHex(hex)));
            StringBuilder text = new StringBuilder();
            for (int i = hash.length - 1; i >= 0; i--) {
                text.append(HexFormat.of().toHexDigits(hash[i]));
            }
            return text.toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String little(int bytes, long number) {
        ByteBuffer all = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(number);
        return HexFormat.of().formatHex(all.array(), 0, bytes);
    }
}
