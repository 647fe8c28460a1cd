package imtokenpay.admin.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class AssetFormTest {
    @Test
    void a_form_shows_the_saved_number_and_knows_another_one() {
        var form = form(6);
        assertEquals(6, form.getConfirmations());
        assertFalse(form.isChanged());
        form.setConfirmations(12);
        assertTrue(form.isChanged());
    }

    @Test
    void an_amount_makes_large_payments_wait_and_none_makes_them_not() {
        var form = form(6);
        assertEquals("", form.getFinalFrom());
        form.setFinalFrom(" 2.5 ");
        assertTrue(form.isChanged());
        assertEquals(new Finality.Tiered(6, new BigInteger("2500000000000000000")), form.rule());
        form.setFinalFrom("  ");
        assertFalse(form.isChanged());
        assertEquals(new Finality.Depth(6), form.rule());
        assertTrue(form.isFinalityKnown());
    }

    @Test
    void fewer_than_six_confirmations_are_daring() {
        assertTrue(form(5).isDaring());
        assertFalse(form(6).isDaring());
    }

    @Test
    void the_warning_is_about_what_is_saved_and_not_about_what_was_typed() {
        var form = form(12);
        form.setConfirmations(1);
        assertFalse(form.isDaring());
    }

    private static AssetForm form(int confirmations) {
        return new AssetForm(new AcceptedAsset(
                new Asset("eip155:1/slip44:60", "ETH", 18),
                "Ethereum",
                new Address("0x70997970C51812dc3A010C7d01b50e0d17dc79C8"),
                new Finality.Depth(confirmations),
                new AcceptedAsset.Standing(true, false)));
    }
}
