package imtokenpay.adapter.evm.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StencilTest {
    private static final String NEXT_QUOTE = "\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'address':'0xdac17f958d2e','topics':['0xddf2','0x0001'],'logIndex':'0x1','removed':false}",
                "{ 'a' : '0x1' , 'removed' : false, 'data':'0x00000000000000000000000000000001'}",
                "{'long':'0x0000000000000000000000000000000000000000000000000000000000000001','n':12345678}"
            })
    void each_byte_outside_of_the_texts_must_be_the_same_and_no_other(String record) {
        var json = record.replace('\'', '"');
        var stencil = Stencil.of(walked(json), 0, List.of()).orElseThrow();
        var isText = texts(json);
        for (var place = 0; place < json.length(); place++) {
            var other = json.getBytes(StandardCharsets.US_ASCII);
            other[place] ^= 1;
            assertEquals(isText[place], stencil.fits(other, 0, other.length), json + " at " + place);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'a':0x1','b':'0x2'}", "{'a':'0x1','b':0x2'}", "{'a':'\\u0030','b':'0x2'}", "{'a':1}"})
    void a_record_whose_texts_are_hard_to_tell_is_no_pattern(String record) {
        var json = record.replace('\'', '"');
        var slice = new Slice((json + NEXT_QUOTE).getBytes(StandardCharsets.US_ASCII), 0, json.length() + 1);
        slice.moveTo(json.length());
        assertTrue(Stencil.of(slice, 0, List.of()).isEmpty());
    }

    private static Slice walked(String json) {
        var slice = new Slice(json.getBytes(StandardCharsets.US_ASCII), 0, json.length());
        slice.value();
        return slice;
    }

    // What stands between quotes and is no name.
    private static boolean[] texts(String json) {
        var isText = new boolean[json.length()];
        var parts = json.split("\"", -1);
        var at = 0;
        for (var i = 0; i < parts.length; i++) {
            var isValue = i % 2 == 1 && !parts[i + 1].strip().startsWith(":");
            for (var place = at; place < at + parts[i].length(); place++) {
                isText[place] = isValue;
            }
            at += parts[i].length() + 1;
        }
        return isText;
    }
}
