package imtokenpay.merchant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import org.junit.jupiter.api.Test;

class AcceptedAssetTest {
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Address SHOP = new Address("shop");

    @Test
    void an_asset_is_verified_and_play_money_only_where_it_is_said() {
        assertTrue(of(true, false).verified());
        assertFalse(of(true, false).test());
        assertFalse(of(false, true).verified());
        assertTrue(of(false, true).test());
    }

    @Test
    void a_slot_of_nothing_cannot_be_made() {
        assertThrows(IllegalArgumentException.class, () -> new ReceivingSlot(SHOP, Amount.zero(ETH)));
    }

    @Test
    void two_hashes_of_one_key_are_one_and_what_is_given_out_cannot_change_it() {
        var key = ApiKey.of("sk_test_0123456789abcdef0123456789abcdef");
        var same = ApiKey.of("sk_test_0123456789abcdef0123456789abcdef");
        assertEquals(key, same);
        assertEquals(key.hashCode(), same.hashCode());
        assertNotEquals(key, ApiKey.of("sk_test_0123456789abcdef0123456789abcdeF"));
        assertNotEquals(
                key.hashCode(),
                ApiKey.of("sk_test_0123456789abcdef0123456789abcdeF").hashCode());
        assertFalse(key.equals("sk_test_0123456789abcdef0123456789abcdef"));
        key.sha256()[0]++;
        assertArrayEquals(same.sha256(), key.sha256());
    }

    private static AcceptedAsset of(boolean verified, boolean test) {
        var standing = new AcceptedAsset.Standing(verified, test);
        return new AcceptedAsset(ETH, "Ethereum", SHOP, new Finality.Depth(6), standing);
    }
}
