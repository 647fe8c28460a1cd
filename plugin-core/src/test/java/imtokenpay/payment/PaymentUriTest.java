package imtokenpay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentUriTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Address SHOP = new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    private static final String USDT = "0xdAC17F958D2ee523a2206206994597C13D831ec7";

    @Test
    void ether_is_asked_for_in_wei_on_its_chain() {
        assertEquals(
                "ethereum:" + SHOP + "@1?decimal=18&value=12345000000000000",
                uri("eip155:1/slip44:60", 18, "12345000000000000"));
    }

    @Test
    void a_token_of_six_decimals_is_asked_for_in_imtokens_dialect() {
        assertEquals(
                "ethereum:" + SHOP + "@1?contractAddress=" + USDT + "&decimal=6&value=25370000",
                uri("eip155:1/erc20:" + USDT, 6, "25370000"));
    }

    @Test
    void a_token_of_eighteen_decimals_is_asked_for_by_bare_address_since_other_wallets_would_send_coins() {
        assertEquals(SHOP.text(), uri("eip155:56/erc20:0x55d398326f99059fF775485246999027B3197955", 18, "25370000"));
    }

    @Test
    void huge_amounts_are_written_whole_and_never_with_an_exponent() {
        var units = "115792089237316195423570985008687907853269984665640564039457584007913129639935";
        assertTrue(uri("eip155:1/slip44:60", 18, units).endsWith("&value=" + units));
    }

    // BIP-21: in whole coins, with a point whatever the language, and never with an exponent.
    @Test
    void bitcoins_are_asked_for_in_coins_with_every_digit() {
        assertEquals("bitcoin:" + SHOP + "?amount=0.00012345", bitcoins("12345"));
        assertEquals("bitcoin:" + SHOP + "?amount=0.00000001", bitcoins("1"));
        assertEquals("bitcoin:" + SHOP + "?amount=20999999.99999999", bitcoins("2099999999999999"));
        assertEquals("bitcoin:" + SHOP + "?amount=100", bitcoins("10000000000"));
    }

    @Test
    void other_chains_get_the_bare_address() {
        assertEquals(SHOP.text(), uri("tron:0x2b6653dc/slip44:195", 6, "1"));
    }

    @Test
    void other_wallets_are_asked_as_eip_681_says() {
        assertEquals(
                "ethereum:" + SHOP + "@10?value=12345000000000000",
                forOthers("eip155:10/slip44:60", 18, "12345000000000000"));
        assertEquals(
                "ethereum:" + USDT + "@1/transfer?address=" + SHOP + "&uint256=25370000",
                forOthers("eip155:1/erc20:" + USDT, 6, "25370000"));
    }

    @Test
    void on_other_chains_all_wallets_are_asked_alike() {
        for (var asset : List.of("bip122:000000000019d6689c085ae165831e93/slip44:0", "tron:0x2b6653dc/slip44:195")) {
            assertEquals(uri(asset, 8, "1"), forOthers(asset, 8, "1"));
        }
    }

    @Test
    void payment_ids_are_long_random_and_strictly_read() {
        assertNotEquals(PaymentId.random(RANDOM), PaymentId.random(RANDOM));
        assertEquals(30, PaymentId.random(RANDOM).text().length());
        assertFalse(PaymentId.isOne("pay_../../../etc/passwd0000000"));
        assertThrows(IllegalArgumentException.class, () -> new PaymentId("pay_0"));
    }

    private static String bitcoins(String sats) {
        return uri("bip122:000000000019d6689c085ae165831e93/slip44:0", 8, sats);
    }

    private static String uri(String assetId, int decimals, String units) {
        return PaymentUri.forImToken(SHOP, amount(assetId, decimals, units));
    }

    private static String forOthers(String assetId, int decimals, String units) {
        return PaymentUri.forOtherWallets(SHOP, amount(assetId, decimals, units));
    }

    private static Amount amount(String assetId, int decimals, String units) {
        return new Amount(new BigInteger(units), new Asset(assetId, "X", decimals));
    }
}
