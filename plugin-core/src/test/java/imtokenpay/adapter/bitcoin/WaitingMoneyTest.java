package imtokenpay.adapter.bitcoin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.adapter.bitcoin.address.BitcoinAddress;
import imtokenpay.adapter.bitcoin.address.KeyForm;
import imtokenpay.adapter.quorum.Provider;
import imtokenpay.adapter.quorum.Quorum;
import imtokenpay.chain.Address;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.WaitingPayment;
import imtokenpay.chain.watch.Watch;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What waits in the memory pool is seen, and is no money.
class WaitingMoneyTest {
    private static final Instant START = CannedChain.time(1_000);
    private static final Address SHOP = BitcoinChainReaderTest.SHOP;
    private static final Address OTHER =
            new Address("bcrt1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qzf4jry");
    private static final Watch WATCH = BitcoinChainReaderTest.WATCH;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final CannedChain chain = new CannedChain(110);
    private final ChainTail tail = chain.tail(100, 110);
    private CannedNode node;
    private NodeReader reader;

    @BeforeEach
    void starts() throws IOException {
        node = new CannedNode(chain);
        reader = node.reader(now::get);
    }

    @AfterEach
    void stops() {
        reader.close();
        node.close();
    }

    @Test
    void what_waits_is_seen_with_its_amount_and_is_no_transfer() {
        assertEquals(Optional.empty(), reader.waiting(SHOP), "nobody has looked");
        look();
        assertEquals(Optional.of(List.of()), reader.waiting(SHOP));
        var id = chain.waits(SHOP, 12_345);
        chain.waits(OTHER, 7);
        assertEquals(List.of(), reader.read(tail, WATCH).transfers());
        var seen = seen().getFirst();
        assertEquals(List.of(seen), seen());
        assertEquals(id, seen.txHash());
        assertEquals("0.00012345", seen.amount().decimal());
        assertEquals(Optional.of(List.of()), reader.waiting(OTHER));
    }

    @Test
    void in_a_block_it_is_money_and_waits_no_more() {
        chain.waits(SHOP, 12_345);
        look();
        chain.grows(1);
        // Before the pool is looked at again.
        node.lies("getrawmempool", any -> CannedNode.error(-32601, "Method not found"));
        assertEquals(1, look());
        assertEquals(List.of(), seen());
    }

    @Test
    void what_another_takes_the_place_of_or_the_node_drops_is_seen_no_more() {
        var first = chain.waits(SHOP, 12_345);
        look();
        chain.drops(first);
        var second = chain.waits(SHOP, 12_000);
        look();
        assertEquals(
                List.of(second), seen().stream().map(WaitingPayment::txHash).toList());
        chain.drops(second);
        look();
        assertEquals(List.of(), seen());
    }

    @ParameterizedTest
    @CsvSource({"ffffffff, false", "fffffffe, false", "fffffffd, true", "00000000, true"})
    void whether_the_sender_says_that_he_may_replace_it_is_read_of_its_inputs(String sequence, boolean says) {
        chain.waits(CannedChain.paying(SHOP, 5).says(Integer.parseUnsignedInt(sequence, 16)));
        look();
        assertEquals(says, seen().getFirst().isReplaceable());
    }

    @Test
    void one_input_that_says_so_is_enough_and_says_it_of_its_own_transaction_alone() {
        chain.waits(CannedChain.paying(SHOP, 5).says(0));
        chain.waits(SHOP, 6);
        look();
        assertEquals(
                Set.of("0.00000005 true", "0.00000006 false"),
                seen().stream()
                        .map(one -> one.amount().decimal() + " " + one.isReplaceable())
                        .collect(Collectors.toSet()));
    }

    @Test
    void each_is_read_once_and_none_while_nobody_is_watched() {
        reader.read(tail, new Watch(Set.of(BitcoinChainReaderTest.BTC), Set.of()));
        chain.waits(SHOP, 5);
        chain.waits(OTHER, 6);
        for (var i = 0; i < 3; i++) {
            look();
        }
        assertEquals(2, node.calls("getrawtransaction"));
        assertEquals(1, seen().size());
    }

    @Test
    void of_a_full_pool_little_is_read_at_first_and_all_that_comes_later() {
        var before = ids(3_000);
        node.lies("getrawmempool", own -> before);
        look();
        look();
        assertEquals(WaitingMoney.READ_MAX, node.calls("getrawtransaction"));
        chain.waits(SHOP, 5);
        node.lies("getrawmempool", own -> before.replace("]", ",") + own.substring(1));
        look();
        assertEquals(1, seen().size());
        assertEquals(WaitingMoney.READ_MAX + 1, node.calls("getrawtransaction"));
    }

    @Test
    void what_one_look_has_no_room_or_no_time_for_comes_with_the_next() {
        look();
        var many = ids(WaitingMoney.READ_MAX);
        chain.waits(SHOP, 5);
        node.lies("getrawmempool", own -> many.replace("]", ",") + own.substring(1));
        node.once("getrawtransaction", () -> now.set(now.get().plusSeconds(1)));
        look();
        assertEquals(25, node.calls("getrawtransaction"));
        assertEquals(List.of(), seen());
        look();
        assertEquals(1, seen().size());
        assertEquals(WaitingMoney.READ_MAX + 1, node.calls("getrawtransaction"));
    }

    @Test
    void what_was_seen_two_minutes_ago_is_not_known_any_more() {
        chain.waits(SHOP, 5);
        look();
        now.set(START.plusSeconds(120));
        assertEquals(1, seen().size());
        now.set(START.plusSeconds(121));
        assertEquals(Optional.empty(), reader.waiting(SHOP));
    }

    @Test
    void a_node_that_lies_about_what_waits_or_fails_spoils_nothing_and_is_asked_again() {
        var id = chain.waits(SHOP, 5);
        var other = HexFormat.of().formatHex(CannedChain.paying(SHOP, 99).bytes());
        for (var wrong : List.of("\"" + other + "\"", "\"zz\"", "\"00\"", "null", "{}", "\"\"")) {
            node.lies("getrawtransaction", any -> wrong);
            try (var fresh = node.reader(now::get)) {
                assertEquals(tail.last(), fresh.read(tail, WATCH).last(), wrong);
                assertEquals(Optional.of(List.of()), fresh.waiting(SHOP), wrong);
            }
        }
        node.lies("getrawtransaction", any -> CannedNode.error(-28, "Loading block index..."));
        assertEquals(0, look());
        assertEquals(List.of(), seen());
        node.lies("getrawtransaction", own -> own);
        look();
        assertEquals(id, seen().getFirst().txHash());
    }

    @Test
    void change_is_no_payment_while_it_waits_either() {
        var key = new byte[33];
        key[0] = 2;
        var own = KeyForm.P2WPKH.script(key);
        var shop = BitcoinAddress.of(CannedChain.NET, own).orElseThrow();
        chain.waits(new RawTransaction()
                .spends(new byte[32], 0, new byte[0], new byte[71], key)
                .pays(7, own));
        reader.read(tail, new Watch(WATCH.assets(), Set.of(shop)));
        assertEquals(Optional.of(List.of()), reader.waiting(shop));
    }

    @Test
    void an_esplora_server_is_not_asked_for_each_and_of_a_quorum_one_voice_is_enough() throws IOException {
        chain.waits(SHOP, 5);
        try (var server = new CannedEsplora(chain);
                var second = server.reader(() -> CannedChain.time(200))) {
            second.read(tail, WATCH);
            assertEquals(Optional.empty(), second.waiting(SHOP));
            var both = List.of(new Provider("esplora", second), new Provider("core", reader));
            try (var quorum = new Quorum(both, 1, now::get, Thread::startVirtualThread)) {
                assertEquals(Optional.empty(), quorum.waiting(SHOP));
                look();
                assertEquals(Optional.of(seen()), quorum.waiting(SHOP));
            }
            assertEquals(0, server.calls("getrawtransaction"));
        }
    }

    private int look() {
        return reader.read(tail, WATCH).transfers().size();
    }

    private List<WaitingPayment> seen() {
        return reader.waiting(SHOP).orElseThrow();
    }

    private static String ids(int count) {
        var random = new Random(count);
        return IntStream.range(0, count)
                .mapToObj(any -> Stream.generate(() -> random.nextInt(16))
                        .limit(64)
                        .map(Integer::toHexString)
                        .collect(Collectors.joining("", "\"", "\"")))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
