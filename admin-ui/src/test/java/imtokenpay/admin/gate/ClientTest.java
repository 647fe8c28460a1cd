package imtokenpay.admin.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.flow.caller.TrustedProxies;
import imtokenpay.merchant.key.AddressRange;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientTest {
    private static final Client CLIENT = new Client(new TrustedProxies(List.of(AddressRange.parse("10.0.0.0/8"))));

    @Test
    void who_guesses_behind_the_shops_own_proxy_keeps_nobody_out_but_himself() {
        assertEquals("203.0.113.9", CLIENT.address(request("10.0.0.1", "203.0.113.9")));
        assertEquals("203.0.113.7", CLIENT.address(request("10.0.0.1", "203.0.113.9", "203.0.113.7")));
        assertEquals("10.0.0.1", CLIENT.address(request("10.0.0.1")));
    }

    @Test
    void nobody_else_is_believed_about_where_he_comes_from() {
        assertEquals("198.51.100.4", CLIENT.address(request("198.51.100.4", "203.0.113.9")));
        assertEquals("fe80:0:0:0:0:0:0:1", CLIENT.address(request("fe80::1%eth0", "203.0.113.9")));
    }

    private static HttpServletRequest request(String remote, String... forwarded) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ClientTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> remote;
                    case "getHeaders" -> Collections.enumeration(List.of(forwarded));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
