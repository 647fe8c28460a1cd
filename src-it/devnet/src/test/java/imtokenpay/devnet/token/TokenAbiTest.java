package imtokenpay.devnet.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TokenAbiTest {
    @Test
    void the_transfer_topic_is_the_one_every_explorer_shows() {
        assertEquals("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef", TokenAbi.TRANSFER_TOPIC);
    }

    @Test
    void a_transfer_call_is_selector_payee_and_amount() {
        assertEquals(
                "0xa9059cbb000000000000000000000000ab5801a7d398351b8be11c439e05c5b3259aec9b"
                        + "0000000000000000000000000000000000000000000000000000000000000101",
                TokenAbi.transfer("0xAb5801a7D398351b8bE11C439e05C5B3259aeC9B", BigInteger.valueOf(257)));
    }

    @Test
    void a_tether_creation_is_recognised_with_its_terms() {
        TetherCode.Terms terms = new TetherCode.Terms(
                BigInteger.TEN.pow(15), "A name that is longer than one word of 32 bytes", "USDT", 6);
        assertEquals(Optional.of(terms), TetherCode.recognise(TetherCode.creation(terms)));
    }

    @Test
    void another_contract_is_not_taken_for_tether() {
        assertTrue(TetherCode.recognise("0x6080604052").isEmpty());
    }
}
