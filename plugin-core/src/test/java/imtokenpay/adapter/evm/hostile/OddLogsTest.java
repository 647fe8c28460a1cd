package imtokenpay.adapter.evm.hostile;

import static imtokenpay.adapter.evm.hostile.HostileChain.SHOP;
import static imtokenpay.adapter.evm.hostile.HostileChain.SHOPPER;
import static imtokenpay.adapter.evm.hostile.HostileChain.TRANSFER;
import static imtokenpay.adapter.evm.hostile.HostileChain.USDT;
import static imtokenpay.adapter.evm.hostile.HostileChain.addressWord;
import static imtokenpay.adapter.evm.hostile.HostileChain.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.adapter.evm.hostile.HostileChain.Log;
import imtokenpay.chain.Address;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Watch;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Anybody can write any log. The reader takes plain transfers at their word, passes the rest over, and loses none.
class OddLogsTest {
    private static final long AT = 109;
    private static final String FROM = addressWord(SHOPPER);
    private static final String TO = addressWord(SHOP);
    private static final String UNITS = word("17d7840");
    private static final int LOOK_ALIKES = 100;

    private final Desk desk = new Desk();

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void logs_that_are_no_plain_transfer_are_passed_over_and_hide_nothing() {
        var odd = List.of(
                log(List.of(TRANSFER, FROM), UNITS),
                log(List.of(TRANSFER, FROM, TO, UNITS), "0x"),
                log(List.of(TRANSFER, FROM, TO, UNITS), UNITS),
                log(List.of(TRANSFER), UNITS),
                log(List.of(), UNITS),
                log(List.of(TRANSFER, FROM, TO), "0x"),
                log(List.of(TRANSFER, FROM, TO), UNITS.substring(0, 64)),
                log(List.of(TRANSFER, FROM, TO), UNITS + "00"),
                log(List.of(TRANSFER, FROM, TO), UNITS + "0".repeat(64)),
                log(List.of(TRANSFER, FROM, TO), "0x" + "0".repeat(100_000)),
                log(List.of(TRANSFER, FROM, dirty(TO)), UNITS),
                log(List.of(TRANSFER, dirty(FROM), TO), UNITS),
                log(List.of(TRANSFER, TO, FROM), UNITS),
                log(List.of(TRANSFER, FROM, TO.substring(0, 64)), UNITS),
                log(List.of(TRANSFER, FROM, TO), word("0")));
        odd.forEach(one -> desk.chain.writes(AT, one));
        var paid = desk.chain.transfers(AT, USDT, SHOPPER, SHOP, BigInteger.TEN);
        var credited = desk.credited();
        assertEquals(1, credited.size(), credited::toString);
        assertEquals(paid, credited.getFirst().id().txHash());
        assertEquals(odd.size(), credited.getFirst().id().logIndex());
    }

    // A node that filters badly hands over what an honest one would not: then the reader itself must choose.
    @Test
    void foreign_logs_from_a_node_that_does_not_filter_are_passed_over() {
        desk.chain.transfers(AT, USDT, SHOPPER, SHOP, BigInteger.TEN);
        var honest = desk.credited().size();
        desk.node.distorts(answer -> answer.replace("\"address\":\"" + USDT, "\"address\":\"" + SHOPPER));
        assertEquals(List.of(), desk.credited());
        desk.node.distorts(answer -> answer.replace(TO, FROM));
        assertEquals(List.of(), desk.credited());
        assertEquals(1, honest);
    }

    @Test
    void tokens_that_look_like_the_real_one_are_not_it() {
        var random = new SplittableRandom(1);
        for (var i = 0; i < LOOK_ALIKES; i++) {
            var fake = new StringBuilder(USDT);
            var at = 2 + random.nextInt(40);
            fake.setCharAt(at, fake.charAt(at) == '0' ? '1' : '0');
            desk.chain.transfers(AT, fake.toString(), SHOPPER, SHOP, BigInteger.TEN);
        }
        assertEquals(List.of(), desk.credited());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 254, 255, 256})
    void a_huge_amount_is_taken_at_its_word_to_the_last_unit(int bits) {
        var units = BigInteger.TWO.pow(bits).subtract(BigInteger.ONE);
        desk.chain.transfers(AT, USDT, SHOPPER, SHOP, units);
        desk.chain.transfers(AT, USDT, SHOPPER, SHOP, BigInteger.TWO.pow(bits - 1));
        assertEquals(
                List.of(units, BigInteger.TWO.pow(bits - 1)),
                desk.credited().stream()
                        .map(transfer -> transfer.amount().units())
                        .toList());
    }

    // What the contract itself says has arrived. A token whose log says more than arrives is not for a shop to accept.
    @Test
    void of_a_token_that_takes_a_fee_only_what_arrives_is_credited() {
        var hash = desk.chain.transfers(AT, USDT, SHOPPER, SHOP, BigInteger.valueOf(98));
        desk.chain.writes(AT, new Log(USDT, List.of(TRANSFER, FROM, addressWord(USDT)), word("2"), hash, false));
        var credited = desk.credited();
        assertEquals(1, credited.size());
        assertEquals(BigInteger.valueOf(98), credited.getFirst().amount().units());
    }

    @Test
    void a_log_that_its_node_calls_removed_makes_the_whole_reading_void() {
        desk.chain.writes(AT, new Log(USDT, List.of(TRANSFER, FROM, TO), UNITS, word("f"), true));
        assertThrows(ChainUnavailable.class, desk::credited);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50})
    void one_transaction_may_pay_many_orders(int orders) {
        var receivers = new HashSet<Address>();
        var expected = new TreeSet<String>();
        for (var k = 0; k < orders; k++) {
            // All digits, so that it is its own checksummed spelling.
            var receiver = "0x" + "%040d".formatted(10_000 + k);
            receivers.add(new Address(receiver));
            expected.add(k + " " + receiver + " " + (k + 1));
            desk.chain.writes(
                    AT,
                    new Log(
                            USDT,
                            List.of(TRANSFER, FROM, addressWord(receiver)),
                            word(Integer.toHexString(k + 1)),
                            word("f"),
                            false));
        }
        var credited = desk.credited(desk.chain.tail(100, 107), new Watch(Desk.WATCH.assets(), receivers));
        var found = new TreeSet<String>();
        credited.forEach(one -> found.add(
                one.id().logIndex() + " " + one.receiver() + " " + one.amount().units()));
        assertEquals(expected, found);
        assertEquals(orders, credited.size());
        assertEquals(orders, credited.stream().map(Transfer::id).distinct().count());
    }

    // One transfer is one transfer, however its node spells it; otherwise it would be credited once by each spelling.
    @Test
    void capital_letters_do_not_make_another_transfer_of_it() {
        desk.chain.transfers(AT, USDT, SHOPPER, SHOP, BigInteger.TEN);
        var plain = desk.credited().getFirst().id();
        desk.node.distorts(answer -> answer.replace(
                "\"transactionHash\":\"" + plain.txHash(),
                "\"transactionHash\":\"0x" + plain.txHash().substring(2).toUpperCase(Locale.ROOT)));
        assertEquals(Set.of(plain), Set.of(desk.credited().getFirst().id()));
    }

    @Test
    void dust_is_money_and_never_hides_any() {
        IntStream.range(0, 1_000).forEach(any -> desk.chain.transfers(AT, USDT, SHOPPER, SHOP, BigInteger.ONE));
        desk.chain.transfers(AT, USDT, SHOPPER, SHOP, BigInteger.TEN);
        assertEquals(1_001, desk.credited().size());
    }

    private static Log log(List<String> topics, String data) {
        return new Log(USDT, topics, data, word("f"), false);
    }

    private static String dirty(String word) {
        return "0xdead" + word.substring(6);
    }
}
