package imtokenpay.merchant.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24,    203.0.113.0,            true",
        "203.0.113.77/24,   203.0.113.255,          true",
        "203.0.113.0/24,    203.0.114.0,            false",
        "203.0.113.0/24,    203.0.112.255,          false",
        "203.0.113.128/25,  203.0.113.127,          false",
        "203.0.113.128/25,  203.0.113.128,          true",
        "203.0.113.9,       203.0.113.9,            true",
        "203.0.113.9,       203.0.113.8,            false",
        "0.0.0.0/0,         255.255.255.255,        true",
        "0.0.0.0/0,         ::1,                    false",
        "::/0,              203.0.113.9,            false",
        "::/0,              2001:db8::1,            true",
        "2001:db8::/32,     2001:db8:ffff::1,       true",
        "2001:db8::/32,     2001:db9::1,            false",
        "2001:db8::8/125,   2001:db8::f,            true",
        "2001:db8::8/125,   2001:db8::10,           false",
        "::1,               0:0:0:0:0:0:0:1,        true",
        "203.0.113.0/24,    ::ffff:203.0.113.5,     true",
        "::ffff:10.0.0.1,   10.0.0.1,               true",
    })
    void a_range_holds_its_addresses_and_no_others(String range, String address, boolean held) {
        assertEquals(
                held,
                AddressRange.parse(range).contains(AddressRange.address(address).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "shop.example",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.4.",
                "256.1.1.1",
                "01.2.3.4",
                "0x7f.0.0.1",
                "2130706433",
                "1.2.3.4/33",
                "1.2.3.4/-1",
                "1.2.3.4/",
                "1.2.3.4/8/8",
                "1.2.3.4/08",
                "::1/129",
                "fe80::1%eth0",
                "[::1]",
                ":::",
                "1.2.3.4:80",
                " 1.2.3.4"
            })
    void anything_else_is_refused(String text) {
        assertThrows(IllegalArgumentException.class, () -> AddressRange.parse(text));
    }

    @Test
    void a_range_is_written_so_that_it_can_be_read_again() {
        for (var text : new String[] {"203.0.113.0/24", "203.0.113.9", "2001:db8::/32", "::1"}) {
            var range = AddressRange.parse(text);
            assertEquals(range, AddressRange.parse(range.toString()));
            assertTrue(range.toString().contains("/"));
        }
    }
}
