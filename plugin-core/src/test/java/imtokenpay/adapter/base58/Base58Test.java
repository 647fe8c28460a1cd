package imtokenpay.adapter.base58;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Base58Test {
    /// Of Bitcoin Core (src/test/data/key_io_valid.json), of nothing but zeros (the address that coins are burnt at),
    /// and the contract of USDT on TRON.
    @ParameterizedTest
    @CsvSource({
        "00 0000000000000000000000000000000000000000, 1111111111111111111114oLvT2",
        "00 65a16059864a2fdbc7c99a4723a8395bc6f188eb, 1AGNa15ZQXAZUgFiqJ2i7Z2DPU2J6hW62i",
        "05 74f209f6ea907e2ea48f74fae05782ae8a665257, 3CMNFxN1oHBc4R1EpboAL5yzHGgE611Xou",
        "41 a614f803b6fd780986a42c78ec9c7f77e6ded13c, TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"
    })
    void bytes_and_text_are_one_another(String hex, String text) {
        var bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        assertEquals(text, Base58.text(bytes));
        assertArrayEquals(bytes, Base58.checked(text));
    }

    @Test
    void a_mistyped_letter_is_noticed() {
        for (var wrong : new String[] {"TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6T", "11111111111111111111114oLvT2", "1", ""}) {
            assertThrows(IllegalArgumentException.class, () -> Base58.checked(wrong), wrong);
        }
        var complaint = assertThrows(IllegalArgumentException.class, () -> Base58.checked("TR7NHqjeKQxGTCi8q0"))
                .getMessage();
        assertTrue(complaint.contains("number 18"), complaint);
    }
}
