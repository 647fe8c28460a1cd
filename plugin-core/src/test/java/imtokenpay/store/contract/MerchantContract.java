package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.ELSEWHERE;
import static imtokenpay.store.contract.Samples.ETH;
import static imtokenpay.store.contract.Samples.SHOPPER;
import static imtokenpay.store.contract.Samples.USDT;
import static imtokenpay.store.contract.Samples.accepted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Finality;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.Owner;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What accepted assets and owners promise, wherever they are kept.
public abstract class MerchantContract extends StoreContract {
    private static final Asset MATIC = new Asset("eip155:137/slip44:966", "POL", 18);

    @Test
    void an_asset_comes_back_as_it_was_provided_and_waits_for_its_chain() {
        provide(accepted(USDT));
        assertEquals(Optional.of(accepted(USDT)), byId(USDT));
        assertEquals(Optional.empty(), byId(ETH));
    }

    @Test
    void assets_keep_the_order_in_which_they_were_first_provided() {
        for (var asset : List.of(USDT, MATIC, ETH, USDT)) {
            provide(accepted(asset));
        }
        assertEquals(
                List.of(accepted(USDT), accepted(MATIC), accepted(ETH)),
                ask(() -> shelf().assets().all()));
        assertEquals(
                List.of(accepted(USDT), accepted(ETH)),
                ask(() -> shelf().assets().on(CHAIN)));
        assertEquals(List.of(accepted(MATIC)), ask(() -> shelf().assets().on(ELSEWHERE)));
    }

    @Test
    void the_chains_word_and_the_admins_rule_outlive_a_restart() {
        provide(accepted(USDT));
        commit(() -> shelf().assets().verified(USDT.id()));
        commit(() -> shelf().assets().finality(USDT.id(), new Finality.Depth(10_000)));
        var moved = new AcceptedAsset(
                USDT, "Mainnet", SHOPPER, new Finality.Depth(1), new AcceptedAsset.Standing(false, false));
        provide(moved);
        assertEquals(
                Optional.of(new AcceptedAsset(
                        USDT, "Mainnet", SHOPPER, new Finality.Depth(10_000), new AcceptedAsset.Standing(true, false))),
                byId(USDT));
    }

    @Test
    void an_amount_from_which_on_the_chains_word_is_needed_is_kept_and_taken_back() {
        var large = new Finality.Tiered(3, new BigInteger("9".repeat(77)));
        provide(new AcceptedAsset(USDT, "Mainnet", SHOPPER, large, new AcceptedAsset.Standing(false, false)));
        assertEquals(large, byId(USDT).orElseThrow().finality());
        commit(() -> shelf().assets().finality(USDT.id(), new Finality.Tiered(6, BigInteger.ONE)));
        assertEquals(
                new Finality.Tiered(6, BigInteger.ONE), byId(USDT).orElseThrow().finality());
        commit(() -> shelf().assets().finality(USDT.id(), new Finality.Depth(6)));
        assertEquals(new Finality.Depth(6), byId(USDT).orElseThrow().finality());
    }

    @Test
    void decimals_that_the_chain_has_confirmed_cannot_be_configured_away() {
        provide(accepted(USDT));
        commit(() -> shelf().assets().verified(USDT.id()));
        var wrong = new Asset(USDT.id(), "USDT", 18);
        assertThrows(IllegalArgumentException.class, () -> provide(accepted(wrong)));
        assertEquals(6, byId(USDT).orElseThrow().asset().decimals());
    }

    @Test
    void an_asset_that_is_not_accepted_can_be_given_no_rule() {
        assertThrows(
                IllegalArgumentException.class,
                () -> commit(() -> shelf().assets().finality(ETH.id(), new Finality.Depth(1))));
        assertThrows(
                IllegalArgumentException.class,
                () -> commit(() -> shelf().assets().verified(ETH.id())));
    }

    @Test
    void assets_that_are_rolled_back_never_were() {
        rollBack(() -> shelf().assets().provide(accepted(USDT)));
        assertEquals(List.of(), ask(() -> shelf().assets().all()));
    }

    @Test
    void an_owner_is_known_whatever_the_case_of_the_name() {
        assertTrue(ask(() -> shelf().owners().isEmpty()));
        commit(() -> shelf().owners().add(new Owner("Anna", "h".repeat(300))));
        assertFalse(ask(() -> shelf().owners().isEmpty()));
        assertEquals(
                "h".repeat(300),
                ask(() -> shelf().owners().byName("aNNA")).orElseThrow().passwordHash());
        assertEquals(Optional.empty(), ask(() -> shelf().owners().byName("Bob")));
    }

    @Test
    void a_name_belongs_to_one_owner() {
        assertTrue(ask(() -> shelf().owners().add(new Owner("anna", "first"))));
        assertFalse(ask(() -> shelf().owners().add(new Owner("ANNA", "second"))));
        assertEquals(
                "first",
                ask(() -> shelf().owners().byName("anna")).orElseThrow().passwordHash());
    }

    private void provide(AcceptedAsset asset) {
        commit(() -> shelf().assets().provide(asset));
    }

    private Optional<AcceptedAsset> byId(Asset asset) {
        return ask(() -> shelf().assets().byId(asset.id()));
    }
}
