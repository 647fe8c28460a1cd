package imtokenpay.adapter.evm.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.json.AddressKey;
import imtokenpay.chain.Address;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTableTest {
    private static final int SEED = 8;
    private static final int OTHERS = 10_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 7, 8, 9, 1_000, 20_000})
    void it_holds_just_what_was_put_in(int count) {
        var random = new Random(count);
        var addresses = new HashSet<Address>();
        while (addresses.size() < count) {
            addresses.add(any(random));
        }
        var table = new AddressTable(addresses);
        addresses.forEach(address -> assertTrue(table.contains(AddressKey.of(address.text()))));
        addresses.forEach(address ->
                assertTrue(table.mayHold(AddressKey.of(address.text()).high())));
        for (var i = 0; i < 10_000; i++) {
            var other = any(random);
            assertEquals(addresses.contains(other), table.contains(AddressKey.of(other.text())));
        }
    }

    @Test
    void the_ends_of_the_range_are_addresses_like_any_other() {
        var zero = new Address("0x" + "0".repeat(40));
        var all = new Address("0x" + "f".repeat(40));
        var none = new AddressTable(Set.of());
        var both = new AddressTable(List.of(zero, all));
        for (var address : List.of(zero, all)) {
            assertFalse(none.contains(AddressKey.of(address.text())));
            assertTrue(both.contains(AddressKey.of(address.text())));
        }
    }

    @Test
    void the_first_eight_bytes_tell_nearly_all_others() {
        var random = new Random(SEED);
        var addresses = Stream.generate(() -> any(random)).limit(10_000).toList();
        var table = new AddressTable(addresses);
        var foreign = random.longs(OTHERS).filter(table::mayHold).count();
        assertTrue(foreign < OTHERS / 8, () -> foreign + " of " + OTHERS);
    }

    @Test
    void a_difference_in_any_digit_is_a_difference() {
        var address = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
        var table = new AddressTable(List.of(new Address(address)));
        for (var i = 2; i < address.length(); i++) {
            var digit = address.charAt(i) == '1' ? '2' : '1';
            var other = address.substring(0, i) + digit + address.substring(i + 1);
            assertEquals(other.equals(address), table.contains(AddressKey.of(other)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "0x7099", "0x70997970c51812dc3a010c7d01b50e0d17dc79cg"})
    void what_is_no_address_cannot_be_watched(String text) {
        assertThrows(IllegalArgumentException.class, () -> new AddressTable(List.of(new Address(text))));
    }

    private static Address any(Random random) {
        return new Address("0x%016x%016x%08x".formatted(random.nextLong(), random.nextLong(), random.nextInt()));
    }
}
