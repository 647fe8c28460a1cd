package imtokenpay.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.watch.Pace;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
