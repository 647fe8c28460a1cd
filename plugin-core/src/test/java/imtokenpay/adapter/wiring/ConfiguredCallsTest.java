package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.caller.CallRate;
import imtokenpay.merchant.key.AddressRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredCallsTest {
    private static final String PROXIES = "imtoken.trusted-proxies";

    @Test
    void a_key_may_make_50_calls_a_second_and_200_at_once_unless_something_else_is_set() {
        assertEquals(
                CallRate.of(50, 200), ConfiguredCalls.rates(settings(Map.of())).key());
        var other = Map.of("imtoken.api.calls-per-second", "5", "imtoken.api.calls-burst", "7");
        assertEquals(CallRate.of(5, 7), ConfiguredCalls.rates(settings(other)).key());
    }

    @ParameterizedTest
    @CsvSource({
        "imtoken.api.calls-per-second, 0",
        "imtoken.api.calls-per-second, 100001",
        "imtoken.api.calls-per-second, many",
        "imtoken.api.calls-burst, -1"
    })
    void a_pace_at_which_nobody_could_call_is_refused(String key, String value) {
        var read = settings(Map.of(key, value));
        var complaint = assertThrows(IllegalArgumentException.class, () -> ConfiguredCalls.rates(read));
        assertTrue(complaint.getMessage().contains(key), complaint.getMessage());
    }

    @Test
    void no_proxy_is_trusted_unless_it_is_named() {
        assertEquals(List.of(), ConfiguredCalls.proxies(settings(Map.of())).ranges());
        assertEquals(
                List.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("::1")),
                ConfiguredCalls.proxies(settings(Map.of(PROXIES, "10.0.0.0/8, ::1")))
                        .ranges());
        var name = settings(Map.of(PROXIES, "proxy.example"));
        var complaint = assertThrows(IllegalArgumentException.class, () -> ConfiguredCalls.proxies(name));
        assertTrue(complaint.getMessage().contains(PROXIES), complaint.getMessage());
    }

    private static Settings settings(Map<String, String> keys) {
        return new Settings(new Keys(keys));
    }
}
