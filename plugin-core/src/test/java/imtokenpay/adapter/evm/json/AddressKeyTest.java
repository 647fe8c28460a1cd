package imtokenpay.adapter.evm.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.web3j.crypto.Keys;

class AddressKeyTest {
    @Test
    void an_address_is_spelled_as_eip_55_says() {
        var random = new Random(55);
        for (var i = 0; i < 2_000; i++) {
            var text = "0x%016x%016x%08x".formatted(random.nextLong(), random.nextLong(), random.nextInt());
            var key = AddressKey.of(text);
            assertEquals(text, key.text());
            assertEquals(Keys.toChecksumAddress(text), key.address().text());
            assertEquals(text, AddressKey.of(key.address().text()).text());
        }
    }
}
