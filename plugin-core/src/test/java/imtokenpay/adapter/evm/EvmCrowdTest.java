package imtokenpay.adapter.evm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// More receivers than one filter takes, far behind the head of a busy token: in which way they are asked for.
class EvmCrowdTest {
    private static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
    private static final int BLOCKS = 12_000;

    private final MoneyChain chain = new MoneyChain(110);
    private ScriptedNode node;
    private EvmChainReader reader;

    @BeforeEach
    void starts() throws IOException {
        node = new ScriptedNode(chain::answer);
        reader = new EvmChainReader(node.network("eip155:1"), InstantSource.fixed(MoneyChain.time(1_000_000)));
        chain.grows(BLOCKS);
        chain.isBusy(10);
    }

    @AfterEach
    void stops() {
        reader.close();
        node.close();
    }

    @Test
    void once_the_token_is_known_to_be_busy_they_are_asked_for_a_thousand_at_a_time() {
        assertEquals(2_500, catchUp(2_500).size());
        assertEquals("3 whole, 3 filtered", asked());
    }

    @Test
    void never_in_more_questions_than_all_of_the_token_takes() {
        assertEquals(12_000, catchUp(12_000).size());
        assertEquals(0, ways("filtered"));
    }

    @Test
    void not_for_a_token_that_is_quiet() {
        chain.isBusy(0);
        assertEquals(2_500, catchUp(2_500).size());
        assertEquals(0, ways("filtered"));
    }

    @Test
    void a_node_that_refuses_such_long_ranges_is_tried_with_one_question_for_each_way() {
        chain.limits(600, from -> "query exceeds the block range");
        assertEquals(2_500, catchUp(2_500).size());
        assertEquals(0, ways("filtered"));
        assertTrue(chain.calls("refused") <= 4, chain.calls.toString());
        assertTrue(ways("whole") <= 26, asked());
    }

    @Test
    void a_node_that_names_a_shorter_range_is_asked_in_that_length_where_it_still_pays() {
        chain.limits(7_000, from -> "exceed max block range: 7000");
        assertEquals(1_500, catchUp(1_500).size());
        assertEquals("1 whole, 6 filtered", asked());
        assertEquals(1, chain.calls("refused"));
    }

    @Test
    void a_node_that_takes_less_than_before_is_read_on_all_the_same() {
        catchUp(2_500);
        chain.grows(BLOCKS);
        var all = receivers(2_500);
        chain.paysToken(111 + BLOCKS, all.getFirst().text());
        chain.paysToken(110 + 2 * BLOCKS, all.getLast().text());
        chain.limits(600, from -> "query exceeds the block range");
        assertEquals(2, readOn(110 + BLOCKS, watch(all)).size());
        assertTrue(chain.calls("refused") <= 30, chain.calls.toString());
    }

    @Test
    void a_node_that_takes_fewer_topics_tells_all_of_the_token_from_then_on() {
        chain.takesTopics(100);
        assertEquals(2_500, catchUp(2_500).size());
        assertEquals(1, ways("filtered"));
    }

    @Test
    void what_several_answers_tell_counts_once() {
        chain.ignoresFilter();
        assertEquals(1_500, catchUp(1_500).size());
        assertTrue(ways("filtered") > 0);
    }

    @Test
    void near_the_head_there_is_one_question() {
        catchUp(2_500);
        chain.ways.clear();
        chain.grows(4);
        reader.read(chain.tail(110 + BLOCKS), watch(receivers(2_500)));
        assertEquals("1 whole, 0 filtered", asked());
    }

    // Each receiver is paid once.
    private List<Transfer> catchUp(int receivers) {
        var all = receivers(receivers);
        IntStream.range(0, receivers)
                .forEach(i -> chain.paysToken(
                        111 + (long) i * BLOCKS / receivers, all.get(i).text()));
        var watch = watch(all);
        var found = readOn(110, watch);
        assertEquals(Set.copyOf(all), found.stream().map(Transfer::receiver).collect(Collectors.toSet()));
        return found;
    }

    private List<Transfer> readOn(long height, Watch watch) {
        var found = new ArrayList<Transfer>();
        Reading reading;
        var tail = chain.tail(height);
        do {
            reading = reader.read(tail, watch);
            found.addAll(reading.transfers());
            tail = new ChainTail(List.of(reading.last()));
        } while (!reading.isComplete());
        return found;
    }

    private static List<Address> receivers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> EvmAddress.parse("0x%040x".formatted(i * 7_919L + 1)))
                .toList();
    }

    private static Watch watch(List<Address> receivers) {
        return new Watch(Set.of(USDT), Set.copyOf(receivers));
    }

    private int ways(String way) {
        return chain.ways.getOrDefault(way, 0);
    }

    private String asked() {
        return ways("whole") + " whole, " + ways("filtered") + " filtered";
    }
}
