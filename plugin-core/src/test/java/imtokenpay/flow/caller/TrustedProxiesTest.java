package imtokenpay.flow.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.merchant.key.AddressRange;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {
    private static final TrustedProxies NONE = new TrustedProxies(List.of());
    private static final TrustedProxies INSIDE =
            new TrustedProxies(List.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("fd00::/8")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.9 | 1.2.3.4
            203.0.113.9 | 1.2.3.4, 10.0.0.1
            10.0.0.1    | 1.2.3.4
            """)
    void nobody_is_believed_unless_that_is_configured(String remote, String forwarded) {
        assertEquals(remote, client(NONE, remote, forwarded));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.9 | 1.2.3.4                         | 203.0.113.9
            10.0.0.1    | 1.2.3.4                         | 1.2.3.4
            10.0.0.1    | 6.6.6.6, 1.2.3.4                | 1.2.3.4
            10.0.0.1    | 6.6.6.6, 1.2.3.4, 10.0.0.2      | 1.2.3.4
            10.0.0.1    | 10.0.0.3, 10.0.0.2              | 10.0.0.3
            10.0.0.1    | ''                              | 10.0.0.1
            10.0.0.1    | unknown                         | 10.0.0.1
            10.0.0.1    | 1.2.3.4, evil.example            | 10.0.0.1
            10.0.0.1    | ,,,                             | 10.0.0.1
            10.0.0.1    | 2001:db8::7                     | 2001:db8:0:0:0:0:0:7
            """)
    void a_proxy_that_is_trusted_is_believed_and_no_word_beyond_it(String remote, String forwarded, String client) {
        assertEquals(client, client(INSIDE, remote, forwarded));
    }

    private static String client(TrustedProxies proxies, String remote, String forwarded) {
        var from = AddressRange.address(remote).orElseThrow();
        return proxies.client(from, forwarded).getHostAddress();
    }
}
