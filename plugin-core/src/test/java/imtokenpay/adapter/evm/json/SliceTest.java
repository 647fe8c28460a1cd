package imtokenpay.adapter.evm.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.watch.ChainUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SliceTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SEED = 7;
    private static final String LETTERS = "\"\\/ab{}[],: \n\u00e9\u20ac\u0001\u0122";

    @Test
    void every_value_ends_where_a_strict_parser_sees_its_end() {
        var random = new Random(SEED);
        for (var round = 0; round < 20_000; round++) {
            var text = value(random, 3);
            var before = " ".repeat(random.nextInt(9));
            var whole = (before + text + ",\"next\"").getBytes(StandardCharsets.UTF_8);
            var slice = new Slice(whole, 0, whole.length);
            assertEquals(before.length(), slice.at());
            slice.value();
            var coming = Trickle.slice(whole, whole.length);
            coming.value();
            assertEquals(slice.end(), coming.end(), text);
            var length = text.getBytes(StandardCharsets.UTF_8).length;
            assertEquals(before.length() + length, slice.end(), "seed " + SEED + ", round " + round + ": " + text);
        }
    }

    @Test
    void digits_are_read_two_a_byte_and_nothing_else_is() {
        var text = "\"00fF7a80\" ".getBytes(StandardCharsets.UTF_8);
        var slice = new Slice(text, 0, text.length);
        assertArrayEquals(new byte[] {0, -1, 0x7A, -128}, slice.octets());
        assertEquals(text.length - 1, slice.end());
        for (var wrong : new String[] {"\"0g\"", "\"abc\"", "\"0x00\"", "\"\\u0030\"", "\"\u00e90\"", "00", "\"00"}) {
            var bytes = wrong.getBytes(StandardCharsets.UTF_8);
            assertThrows(ChainUnavailable.class, () -> new Slice(bytes, 0, bytes.length).octets(), wrong);
        }
    }

    @Test
    void no_value_is_whole_before_its_last_byte() {
        var random = new Random(SEED);
        for (var round = 0; round < 2_000; round++) {
            var bytes = ("[" + value(random, 2) + "]").getBytes(StandardCharsets.UTF_8);
            for (var end = 0; end < bytes.length; end++) {
                var cut = new Slice(bytes, 0, end);
                assertThrows(ChainUnavailable.class, cut::value);
                assertThrows(ChainUnavailable.class, Trickle.slice(bytes, end)::value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "]", "}", ",", "[}", "{]", "[[]", "\"", "\"\\\"", "\"\\", "[\"a]", "[{]}"})
    void what_is_no_value_is_not_passed(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThrows(ChainUnavailable.class, new Slice(bytes, 0, bytes.length)::value);
    }

    @Test
    void a_name_is_told_from_those_that_are_like_it() {
        var bytes = "{\"hash\" : 1, \"has\\u0068\": 2}".getBytes(StandardCharsets.UTF_8);
        var slice = new Slice(bytes, 0, bytes.length);
        assertTrue(slice.opens('{', '}'));
        slice.name();
        assertTrue(slice.isNamed("hash"));
        assertFalse(slice.isNamed("hasH"));
        assertFalse(slice.isNamed("has"));
        assertFalse(slice.isNamed("hash1"));
        assertTrue(slice.isAt('1'));
        slice.value();
        assertTrue(slice.goesOn('}'));
        slice.name();
        assertFalse(slice.isNamed("hash"));
        slice.value();
        assertFalse(slice.goesOn('}'));
    }

    @Test
    void a_list_goes_on_or_ends_and_nothing_else() {
        var bytes = "[\"a\" 2]".getBytes(StandardCharsets.UTF_8);
        var slice = new Slice(bytes, 0, bytes.length);
        assertTrue(slice.opens('[', ']'));
        assertThrows(ChainUnavailable.class, () -> {
            slice.value();
            slice.goesOn(']');
        });
    }

    private static String value(Random random, int depth) {
        var kind = random.nextInt(depth > 0 ? 5 : 3);
        var count = random.nextInt(4);
        return switch (kind) {
            case 3 ->
                IntStream.range(0, count)
                        .mapToObj(any -> value(random, depth - 1))
                        .collect(Collectors.joining(" , ", "[", "]"));
            case 4 ->
                IntStream.range(0, count)
                        .mapToObj(any -> text(random) + ":" + value(random, depth - 1))
                        .collect(Collectors.joining(",", "{", "}"));
            default -> kind == 0 ? String.valueOf(random.nextInt()) : text(random);
        };
    }

    private static String text(Random random) {
        return JSON.writeValueAsString(random.ints(random.nextInt(40), 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining()));
    }
}
