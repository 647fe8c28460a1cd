package imtokenpay.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.money.ChainId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypedHashTest {
    private static final ChainId ETHEREUM = new ChainId("eip155:1");
    private static final ChainId TRON = new ChainId("tron:0x2b6653dc");
    private static final ChainId BITCOIN = new ChainId("bip122:000000000019d6689c085ae165831e93");
    private static final String DIGITS = "aB".repeat(32);

    @Test
    void each_chain_writes_it_in_its_own_way() {
        for (var typed : new String[] {DIGITS, "0x" + DIGITS, " https://explorer/tx/0x" + DIGITS + "?a=b"}) {
            assertEquals(Optional.of("0x" + "ab".repeat(32)), TypedHash.in(typed, ETHEREUM));
            assertEquals(Optional.of("ab".repeat(32)), TypedHash.in(typed, TRON));
            assertEquals(Optional.of("ab".repeat(32)), TypedHash.in(typed, BITCOIN));
        }
        assertEquals(Optional.empty(), TypedHash.in(DIGITS + "0", TRON));
    }

    @Test
    void one_with_0x_is_none_of_bitcoin_and_one_without_may_be_any() {
        for (var chain : new ChainId[] {ETHEREUM, TRON, BITCOIN}) {
            assertEquals(true, TypedHash.mayBeOf("tx " + DIGITS, chain));
            assertEquals(!chain.equals(BITCOIN), TypedHash.mayBeOf("tx 0x" + DIGITS, chain));
            assertEquals(false, TypedHash.mayBeOf("no hash", chain));
        }
    }
}
