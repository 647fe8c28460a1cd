package imtokenpay.checkout.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalletFormTest {
    private static final Address SHOP = new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    private static final String USDT = "0xdAC17F958D2ee523a2206206994597C13D831ec7";
    private static final Amount TOKEN = amount("eip155:1/erc20:" + USDT, 6, 25_370_000);

    @Test
    void a_token_can_be_paid_by_imtokens_form_by_the_standard_or_by_its_address() {
        assertEquals(List.of("imtoken", "other", "address"), keys(TOKEN));
    }

    @Test
    void where_imtokens_form_is_the_address_alone_it_is_not_said_twice() {
        var forms = WalletForm.of(SHOP, amount("eip155:56/erc20:" + USDT, 18, 25));
        assertEquals(
                List.of("imtoken", "other"), forms.stream().map(WalletForm::key).toList());
        assertTrue(forms.getFirst().isBare());
        assertEquals(
                List.of("imtoken", "address"), keys(amount("bip122:000000000019d6689c085ae165831e93/slip44:0", 8, 1)));
        assertEquals(List.of("imtoken"), keys(amount("tron:0x2b6653dc/slip44:195", 6, 1)));
    }

    @Test
    void a_token_is_asked_of_imtokens_browser_as_one_plain_transfer() {
        var call = WalletCall.of(SHOP, TOKEN).orElseThrow();
        assertEquals(
                new WalletCall(
                        "0x1",
                        USDT,
                        "0x0",
                        "0xa9059cbb"
                                + "00000000000000000000000070997970c51812dc3a010c7d01b50e0d17dc79c8"
                                + "%064x".formatted(25_370_000)),
                call);
    }

    @Test
    void a_coin_is_asked_of_imtokens_browser_by_its_value_alone() {
        var call =
                WalletCall.of(SHOP, amount("eip155:42161/slip44:60", 18, 255)).orElseThrow();
        assertEquals(new WalletCall("0xa4b1", SHOP.text(), "0xff", "0x"), call);
    }

    @Test
    void a_chain_of_another_family_is_not_asked_in_ethereums_way() {
        assertTrue(WalletCall.of(SHOP, amount("bip122:000000000019d6689c085ae165831e93/slip44:0", 8, 1))
                .isEmpty());
    }

    @Test
    void browsers_are_known_by_what_they_say_of_themselves() {
        assertTrue(new Visitor("Mozilla/5.0 (Linux; Android 14) imToken/2.16.0").isInImToken());
        assertTrue(new Visitor("Mozilla/5.0 (iPhone) MicroMessenger/8.0.49").isInMessenger());
        assertTrue(new Visitor("Mozilla/5.0 (iPhone) QQ/9.0.1.620").isInMessenger());
        var plain = new Visitor("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Safari/604.1");
        assertTrue(!plain.isInImToken() && !plain.isInMessenger());
        assertEquals(
                "imtokenv2://navigate/DappView?url=https%3A%2F%2Fshop.example%2Fimtoken%2Fpay%2Fpay_1",
                Visitor.linkInto("https://shop.example/imtoken/pay/pay_1"));
    }

    private static List<String> keys(Amount amount) {
        return WalletForm.of(SHOP, amount).stream().map(WalletForm::key).toList();
    }

    private static Amount amount(String asset, int decimals, long units) {
        return new Amount(BigInteger.valueOf(units), new Asset(asset, "X", decimals));
    }
}
