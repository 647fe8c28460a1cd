package imtokenpay.admin.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void moments_are_in_utc_to_the_second() {
        assertEquals("2026-11-23 10:15:00", Words.moment(Instant.parse("2026-11-23T10:15:00.999Z")));
    }

    @Test
    void hashes_keep_their_head_and_tail() {
        assertEquals("0x12345678…abcdef", Words.shortened("0x12345678" + "0".repeat(50) + "abcdef"));
        assertEquals("0x1234", Words.shortened("0x1234"));
    }
}
