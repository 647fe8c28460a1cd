package imtokenpay.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.watch.Pace;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinalityTest {
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 10_000})
    void as_many_confirmations_are_shown_as_are_needed(int confirmations) {
        assertEquals(confirmations, new Finality.Depth(confirmations).confirmationsRequired());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 10_001})
    void nobody_can_ask_for_no_confirmations_or_for_too_many(int confirmations) {
        assertThrows(IllegalArgumentException.class, () -> new Finality.Depth(confirmations));
    }

    @Test
    void small_sums_go_by_depth_and_large_ones_wait_for_the_chains_word() {
        var rule = new Finality.Tiered(3, BigInteger.TEN);
        assertEquals(new Finality.Depth(3), rule.of(BigInteger.valueOf(9)));
        assertEquals(new Finality.Finalized(3), rule.of(BigInteger.TEN));
        assertThrows(IllegalArgumentException.class, () -> new Finality.Tiered(3, BigInteger.valueOf(-1)));
        assertThrows(IllegalArgumentException.class, () -> new Finality.Tiered(0, BigInteger.TEN));
        assertThrows(IllegalArgumentException.class, () -> new Finality.Finalized(0));
    }

    @ParameterizedTest
    @CsvSource({"102, -1, false", "102, 99, false", "102, 100, true", "101, 100, false", "99, 100, false"})
    void it_takes_both_enough_blocks_and_the_chains_word(long head, long finalHeight, boolean isReached) {
        var view = new ChainView(ETH.chain(), head, Instant.EPOCH, finalHeight);
        assertEquals(isReached, new Finality.Finalized(3).reached(at100(), view));
        assertEquals(isReached, new Finality.Tiered(3, BigInteger.ZERO).reached(at100(), view));
        assertEquals(head == 102, new Finality.Depth(3).reached(at100(), view));
        assertFalse(new Finality.Finalized(1).reached(at100().now(new Inclusion.Gone()), view));
    }

    @Test
    void what_was_called_final_once_stays_so_up_to_where_a_reorg_begins() {
        var before = new ChainView(ETH.chain(), 120, Instant.EPOCH, 110);
        var now = new ChainView(ETH.chain(), 121, Instant.EPOCH);
        assertEquals(110, now.after(before, 120).finalHeight());
        assertEquals(105, now.after(before, 105).finalHeight());
        assertEquals(
                112,
                new ChainView(ETH.chain(), 121, Instant.EPOCH, 112)
                        .after(before, 120)
                        .finalHeight());
        assertEquals(ChainView.NONE, now.after(now, 120).finalHeight());
        assertEquals(
                104,
                new ChainView(ETH.chain(), 104, Instant.EPOCH)
                        .after(before, 110)
                        .finalHeight());
    }

    private static Transfer at100() {
        var block = new Inclusion.Included(100, "0xb", Instant.EPOCH);
        return new Transfer(
                new TransferId(ETH.chain(), "0x1", 0),
                new Amount(BigInteger.TEN, ETH),
                new Address("a"),
                new Address("b"),
                new Transfer.Sighting(Instant.EPOCH, Instant.EPOCH, block));
    }

    @Test
    void a_watch_without_the_coin_still_watches_every_token() {
        var receivers = Set.of(new Address("shop"));
        assertEquals(new Watch(Set.of(USDT), receivers), new Watch(Set.of(ETH, USDT), receivers).withoutNative());
    }

    @Test
    void a_fixed_pace_stays_as_it_is() {
        var pace = new Pace.Fixed(Duration.ofSeconds(3));
        pace.saw(new BlockRef(1, "a", "0", Instant.EPOCH), Instant.EPOCH);
        assertEquals(Duration.ofSeconds(3), pace.rest(Instant.EPOCH));
    }
}
