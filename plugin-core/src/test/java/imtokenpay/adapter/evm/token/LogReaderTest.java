package imtokenpay.adapter.evm.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Trickle;
import imtokenpay.adapter.evm.watch.Watched;
import imtokenpay.chain.Address;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Logs that are written alike are read faster than others. That must never be seen.
class LogReaderTest {
    private static final String SHOP = "70997970c51812dc3a010c7d01b50e0d17dc79c8";
    private static final String USDT = "dac17f958d2ee523a2206206994597c13d831ec7";
    private static final Asset TOKEN =
            new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
    private static final Watched WATCHED =
            new Watched(new Watch(Set.of(TOKEN), Set.of(new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8"))));
    private static final int ROUNDS = 4_000;

    @Test
    void a_list_of_logs_says_what_each_log_says_alone() {
        var found = 0;
        var refused = 0;
        for (var seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            var logs = logs(random);
            var expected = new ArrayList<String>();
            logs.forEach(log -> expected.addAll(moves("[" + log + "]")));
            var list = "[" + String.join(",", logs) + "]";
            var because = "seed " + seed + ": " + list;
            if (expected.contains("refused")) {
                assertEquals(List.of("refused"), moves(list), because);
                refused++;
            } else {
                assertEquals(expected, moves(list), because);
                found += expected.size();
            }
        }
        assertTrue(found > ROUNDS && refused > ROUNDS / 40 && refused < ROUNDS / 2, found + " and " + refused);
    }

    @Test
    void a_member_of_another_name_is_another_whatever_stands_before_the_colon() {
        for (var before : List.of("", " ", "\n\t ")) {
            var members = members(new Random(1), -1);
            var topics = List.of(LogReader.TRANSFER.substring(2), "0".repeat(63) + "1", "0".repeat(24) + SHOP);
            members.set(
                    1, topics.stream().map(LogReaderTest::text).collect(Collectors.joining(",", "\"topics\":[", "]")));
            var log = "{" + String.join(",", members).replace("\":", "\"" + before + ":") + "}";
            var withoutData = log.replace("\"data\"", "\"dato\"");
            assertEquals(1, moves("[" + log + "]").size());
            assertEquals(moves("[" + log + "]"), moves("[" + log + "," + withoutData + "]"));
        }
    }

    @Test
    void a_log_of_a_million_texts_takes_no_longer_than_its_length() {
        var texts = "[" + "\"\",".repeat(1_000_000) + "0]";
        var members = members(new Random(1), -1);
        members.set(9, "\"more\":" + texts);
        var list = "[{" + String.join(",", members) + "}]";
        var bytes = list.getBytes(StandardCharsets.UTF_8);
        var whole = new Slice(bytes, 0, bytes.length);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> moves(whole));
        assertEquals(bytes.length, whole.end());
    }

    private static List<String> moves(String list) {
        var bytes = list.getBytes(StandardCharsets.UTF_8);
        var moves = moves(new Slice(bytes, 0, bytes.length));
        assertEquals(moves, moves(Trickle.slice(bytes, bytes.length)), list);
        return moves;
    }

    private static List<String> moves(Slice slice) {
        try {
            return new LogReader(WATCHED)
                    .walk(slice).moves().stream().map(TokenMove::toString).toList();
        } catch (ChainUnavailable refusal) {
            return List.of("refused");
        }
    }

    // Most are alike, as a node writes them; some are odd in one way.
    private static List<String> logs(Random random) {
        var logs = new ArrayList<String>();
        var order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
        Collections.shuffle(order, random);
        var oddity = random.nextInt(20);
        var isTimed = random.nextBoolean();
        var space = random.nextInt(4) == 0 ? " " : "";
        for (var count = random.nextInt(12) + 2; count > 0; count--) {
            var odd = random.nextInt(4) == 0 ? oddity : -1;
            var members = members(random, odd);
            if (!isTimed && odd != 0) {
                members.set(6, "\"l1\":" + text(Integer.toHexString(random.nextInt(300))));
            }
            var ordered = order.stream().map(members::get).toList();
            logs.add("{" + space + String.join(space + "," + space, ordered) + space + "}");
        }
        return logs;
    }

    private static List<String> members(Random random, int odd) {
        var receiver = random.nextInt(3) == 0 ? SHOP : digits(random, 40);
        var topics = new ArrayList<>(List.of(
                text(LogReader.TRANSFER.substring(2)),
                text("0".repeat(24) + digits(random, 40)),
                text("0".repeat(24) + (odd == 1 ? digits(random, 38) : receiver))));
        switch (odd) {
            case 2 -> topics.removeLast();
            case 3 -> topics.add(text(digits(random, 64)));
            case 4 -> topics.set(2, "null");
            case 5 -> topics.set(0, text(digits(random, 64)));
            case 6 -> topics.set(1, text("\\\"" + digits(random, 62)));
            default -> {}
        }
        var members = new ArrayList<String>();
        members.add("\"address\":" + text(odd == 7 ? digits(random, 40) : USDT));
        members.add("\"topics\":[" + String.join(",", topics) + "]");
        members.add("\"data\":" + (odd == 8 ? "null" : text(odd == 9 ? "" : digits(random, odd == 10 ? 128 : 64))));
        members.add("\"blockNumber\":" + text(Integer.toHexString(1 + random.nextInt(odd == 11 ? 70_000 : 200))));
        members.add("\"transactionHash\":" + text(digits(random, odd == 12 ? 63 : 64)));
        members.add("\"blockHash\":" + text(digits(random, 64)));
        members.add("\"blockTimestamp\":" + (odd == 13 ? "7" : text(Integer.toHexString(1_700_000_000))));
        members.add("\"logIndex\":" + text(Integer.toHexString(random.nextInt(odd == 14 ? 9_000 : 14))));
        members.add("\"removed\":" + (odd == 15));
        members.add(
                switch (odd) {
                    case 16 -> "\"data\":" + text(digits(random, 64));
                    case 17 -> "\"more\":{\"data\":" + text("1") + "}";
                    case 18 -> "\"a\\u0022b\":[\"\\\\\"]";
                    default -> "\"transactionIndex\":" + text(Integer.toHexString(random.nextInt(300)));
                });
        return members;
    }

    private static String text(String digits) {
        return "\"0x" + digits + "\"";
    }

    private static String digits(Random random, int count) {
        var digits = new StringBuilder();
        while (digits.length() < count) {
            digits.append(Character.forDigit(random.nextInt(16), 16));
        }
        return digits.toString();
    }
}
