package imtokenpay.adapter.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpServer;
import imtokenpay.adapter.bitcoin.address.BitcoinAddress;
import imtokenpay.adapter.bitcoin.address.KeyForm;
import imtokenpay.adapter.evm.rpc.RpcEndpoint;
import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Watch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the largest blocks cost: 4 MB each, of small transactions, with 10,000 addresses to look out for.
/// Says so on the console; `-Dbitcoin.blocks=144` is a day.
class FullBlocksTest {
    private static final int BLOCKS = Integer.getInteger("bitcoin.blocks", 24);
    private static final int BLOCK_BYTES = 4_000_000;
    private static final int WATCHED = 10_000;
    private static final int PAID_A_BLOCK = 10;
    private static final int WAITING = 100_000;
    private static final int LOOKS = 20;
    private static final Instant BEGAN = Instant.parse("2026-11-23T10:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    private final Random random = new Random(3);
    private final List<RawBlock> blocks = new ArrayList<>();
    private final Set<Address> shops = new HashSet<>();
    private String body = "";

    @Test
    void a_full_block_is_scanned_for_ten_thousand_addresses_in_less_than_a_second() throws IOException {
        make();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var answers = answers(JSON.readTree(exchange.getRequestBody())).getBytes(StandardCharsets.ISO_8859_1);
            exchange.sendResponseHeaders(200, answers.length);
            exchange.getResponseBody().write(answers);
            exchange.close();
        });
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        var endpoint = new RpcEndpoint(address, Map.of(), Instant::now);
        try (var reader = new BitcoinChainReader(new CoreNode(CannedChain.NET, endpoint), Instant::now)) {
            var watch = new Watch(Set.of(BitcoinChainReaderTest.BTC), shops);
            var cpu = cpuMillis();
            var start = System.nanoTime();
            var found = 0;
            var tail = new ChainTail(List.of(new BlockRef(0, hash(0), "", BEGAN)));
            while (tail.last().height() < BLOCKS) {
                var reading = reader.read(tail, watch);
                found += reading.transfers().size();
                tail = new ChainTail(reading.blocks());
            }
            var millis = (System.nanoTime() - start) / 1_000_000;
            var each = (cpuMillis() - cpu) / BLOCKS;
            System.out.println("Bitcoin: " + BLOCKS + " blocks of " + (BLOCK_BYTES / 1_000_000) + " MB for " + WATCHED
                    + " addresses: " + millis + " ms, " + each + " ms CPU a block, the node's own included");
            assertEquals(PAID_A_BLOCK * BLOCKS, found);
            assertTrue(each < 1_000, each + " ms");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_full_memory_pool_is_looked_at_in_less_than_a_second() throws IOException {
        var chain = new CannedChain(110);
        var waiting = IntStream.range(0, WAITING)
                .mapToObj(any -> "\"" + HexFormat.of().formatHex(bytes(32)) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        try (var node = new CannedNode(chain);
                var reader = node.reader(Instant::now)) {
            node.lies("getrawmempool", any -> waiting);
            var cpu = cpuMillis();
            for (var look = 0; look < LOOKS; look++) {
                reader.read(chain.tail(100, 110), BitcoinChainReaderTest.WATCH);
            }
            var each = (cpuMillis() - cpu) / LOOKS;
            System.out.println("Bitcoin: a look while " + WAITING + " transactions wait: " + each
                    + " ms CPU, the node's own included");
            assertTrue(each < 1_000, each + " ms");
        }
    }

    private void make() {
        for (var i = 0; i < WATCHED; i++) {
            shops.add(BitcoinAddress.of(CannedChain.NET, KeyForm.P2WPKH.script(bytes(33)))
                    .orElseThrow());
        }
        var transactions = new ArrayList<RawTransaction>();
        transactions.add(RawTransaction.coinbase(1).pays(1, new byte[0]));
        var bytes = 0;
        while (bytes < BLOCK_BYTES) {
            var transaction = new RawTransaction()
                    .spends(bytes(32), 0, new byte[0], bytes(71), bytes(33))
                    .pays(random.nextInt(1, 1_000_000), KeyForm.P2WPKH.script(bytes(33)))
                    .pays(random.nextInt(1, 1_000_000), KeyForm.P2PKH.script(bytes(33)));
            transactions.add(transaction);
            bytes += transaction.bytes().length;
        }
        var paid = shops.stream().limit(PAID_A_BLOCK).toList();
        paid.forEach(shop -> transactions.add(new RawTransaction()
                .spends(bytes(32), 0, new byte[0])
                .pays(7, BitcoinAddress.script(CannedChain.NET, shop))));
        Collections.shuffle(transactions.subList(1, transactions.size()), random);
        var full = new RawBlock(new byte[32], 0, transactions);
        body = full.hex().substring(160);
        // All of them hold the same, and only say that they follow.
        for (var height = 1; height <= BLOCKS; height++) {
            var parent = height == 1 ? CannedChain.genesis() : blocks.getLast().hash();
            blocks.add(new RawBlock(parent, BEGAN.getEpochSecond() + 600L * height, List.of(), full.root()));
        }
    }

    private String answers(JsonNode questions) {
        var parts = new ArrayList<String>();
        for (var call : questions) {
            var first = call.path("params").path(0).asString("");
            var result = switch (call.path("method").asString("")) {
                case "getblockhash" -> "\"" + hash(call.path("params").path(0).asInt(0)) + "\"";
                case "getblock" -> "\"" + header(first) + body + "\"";
                case "getblockheader" -> about(height(first), first);
                default ->
                    "{\"blocks\":" + BLOCKS + ",\"headers\":" + BLOCKS + ",\"bestblockhash\":\"" + hash(BLOCKS)
                            + "\",\"mediantime\":1,\"initialblockdownload\":false}";
            };
            parts.add("{\"result\":" + result + ",\"error\":null,\"id\":" + call.path("id") + "}");
        }
        return "[" + String.join(",", parts) + "]";
    }

    private String about(int height, String hash) {
        return "{\"hash\":\"" + hash + "\",\"confirmations\":1,\"height\":" + height + ",\"time\":"
                + blocks.get(height - 1).time() + ",\"mediantime\":1,\"previousblockhash\":\"" + hash(height - 1)
                + "\"}";
    }

    private String hash(int height) {
        return height == 0 ? CannedChain.GENESIS : blocks.get(height - 1).id();
    }

    private int height(String hash) {
        return IntStream.rangeClosed(0, BLOCKS)
                .filter(height -> hash(height).equals(hash))
                .findFirst()
                .orElseThrow();
    }

    private String header(String hash) {
        return blocks.get(height(hash) - 1).hex().substring(0, 160);
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static long cpuMillis() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1_000_000;
    }
}
