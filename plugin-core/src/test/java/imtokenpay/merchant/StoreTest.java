package imtokenpay.merchant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {
    private static final Store SHOP = new Store("shop", "Shop", Set.of(URI.create("https://shop.example")));

    @Test
    void a_shopper_may_return_to_the_stores_own_pages() {
        assertTrue(SHOP.mayReturnTo(URI.create("https://shop.example/order/1?x=y")));
        assertTrue(SHOP.mayReturnTo(URI.create("HTTPS://SHOP.example/")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example/",
                "https://shop.example.evil.example/",
                "https://shop.example@evil.example/",
                "https://someone@shop.example/",
                "https://shop.example:8443/",
                "https://evil.example/https://shop.example",
                "/order/1",
                "javascript:alert(1)"
            })
    void a_shopper_may_not_be_led_elsewhere(String address) {
        assertFalse(SHOP.mayReturnTo(URI.create(address)));
    }

    @Test
    void a_key_is_known_by_its_hash_and_never_told() {
        var key = ApiKey.of("sk_test_0123456789abcdef0123456789abcdef");
        assertTrue(key.matches(ApiKey.of("sk_test_0123456789abcdef0123456789abcdef")));
        assertFalse(key.matches(ApiKey.of("sk_test_0123456789abcdef0123456789abcdeF")));
        assertEquals("ApiKey[hidden]", key.toString());
        assertFalse(ApiKey.isStrong(""));
        assertFalse(ApiKey.isStrong("short"));
    }
}
