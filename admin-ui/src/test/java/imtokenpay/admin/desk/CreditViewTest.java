package imtokenpay.admin.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.TransferId;
import imtokenpay.money.ChainId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditViewTest {
    @Test
    void a_link_names_money_by_chain_transaction_and_log() {
        assertEquals(
                Optional.of(new TransferId(new ChainId("eip155:1"), "0xab", -1)),
                CreditView.chosen("eip155:1", "0xab", "-1"));
    }

    @Test
    void a_zero_character_which_a_database_may_refuse_chooses_nothing() {
        assertEquals(Optional.empty(), CreditView.chosen("eip155:1", "\0", "0"));
    }

    @ParameterizedTest
    @CsvSource({
        "rubbish, 0xab, 0",
        "'', 0xab, 0",
        "eip155:1, '', 0",
        "eip155:1, 'a b', 0",
        "eip155:1, 0xab, ''",
        "eip155:1, 0xab, 99999999999",
        "eip155:1, 0xab, -2",
        "eip155:1, 0xab, ٣"
    })
    void what_names_nothing_chooses_nothing(String chain, String transaction, String log) {
        assertEquals(Optional.empty(), CreditView.chosen(chain, transaction, log));
    }
}
