package imtokenpay.adapter.evm.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The words in which providers refuse, as they are known to write them.
class NodeErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-32005 | query returned more than 10000 results. Try with this block range [0xD1BA0, 0xD1F24]. | 901",
                "-32602 | Log response size exceeded. You can make eth_getLogs requests with up to a 2K block range and"
                        + " no limit on the response size. Based on your parameters and the response size limit, this"
                        + " block range should work: [0x0, 0x7cf] | 2000",
                "-32602 | query block range too wide, try [100, 0149] | 50",
                "-32614 | eth_getLogs is limited to a 10,000 range | 10000",
                "-32600 | You can make eth_getLogs requests with up to a 10 block range. | 10",
                "-32005 | exceed max block range: 5000 | 5000",
                "-32000 | block range is too wide | 0",
                "-32005 | query returned more than 10000 results | 0",
                "-32000 | query timeout exceeded | 0",
                "-32602 | [0x5, 0x1] is an odd range | 0"
            })
    void a_node_that_was_asked_for_too_much_is_understood(String code, String message, long blocks) {
        var refused = assertInstanceOf(Refused.class, new NodeError(code, message).as("node"));
        assertEquals(blocks == 0 ? OptionalLong.empty() : OptionalLong.of(blocks), refused.blocksNamed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daily request count exceeded, request rate limited",
                "Too Many Requests",
                "Your app has exceeded its compute units per second capacity.",
                "project ID request rate exceeded: rate limit"
            })
    void a_node_that_was_asked_too_often_is_not_asked_for_less(String message) {
        assertFalse(new NodeError("-32005", message).as("node") instanceof Refused);
    }

    @Test
    void what_a_node_says_is_told_in_one_short_line() {
        var told = new NodeError("-1", "a\r\nb" + "c".repeat(1_000)).toString();
        assertEquals("error -1 a  b", told.substring(0, 13));
        assertEquals(203, told.length());
    }
}
