package imtokenpay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.Amount;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Instant OPENED = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant DEADLINE = OPENED.plus(Scenario.WINDOW);
    private static final ChainView VIEW = new ChainView(Scenario.ETH.chain(), 110, DEADLINE.plusSeconds(60));
    private static final Terms TERMS =
            new Terms(eth("2"), OPENED, DEADLINE, new Finality.Depth(6), new Decision.None());

    @Test
    void nothing_adds_up_to_nothing() {
        assertEquals(new Tally(eth("0"), eth("0"), eth("0"), 0), of());
    }

    @Test
    void what_is_final_is_counted_apart_from_what_is_only_there() {
        assertEquals(new Tally(eth("3"), eth("1"), eth("0"), 2), of(at(105, "1"), at(109, "2")));
    }

    @Test
    void the_confirmations_are_those_of_the_transfer_that_completes_the_sum_whatever_the_order() {
        assertEquals(5, of(at(106, "1"), at(101, "1"), at(110, "9")).confirmations());
        assertEquals(5, of(at(110, "9"), at(106, "1"), at(101, "1")).confirmations());
    }

    @Test
    void a_sum_that_is_short_shows_its_youngest_transfer() {
        assertEquals(1, of(at(101, "0.5"), at(110, "0.5")).confirmations());
    }

    @Test
    void what_is_gone_counts_for_nothing() {
        var gone = at(101, "2").now(new Inclusion.Gone());
        assertEquals(new Tally(eth("2"), eth("0"), eth("0"), 1), of(gone, at(110, "2")));
    }

    @Test
    void what_is_late_counts_apart_and_confirms_nothing() {
        var late = made(101, "2", DEADLINE.plusMillis(1));
        assertEquals(new Tally(eth("0"), eth("0"), eth("2"), 0), of(late));
        assertEquals(1, of(late, at(110, "2")).confirmations());
        assertEquals(eth("2"), of(late).received());
        assertEquals(eth("4"), of(late, at(110, "2")).received());
        assertEquals(eth("2"), of(late, at(110, "2")).surplus(TERMS));
    }

    @Test
    void what_is_missing_is_the_rest_of_what_came_in_time() {
        assertEquals(eth("2"), of().rest(TERMS));
        assertEquals(eth("0.5"), of(at(101, "1.5")).rest(TERMS));
        assertEquals(eth("0"), of(at(101, "3")).rest(TERMS));
        assertEquals(eth("2"), of(made(101, "2", DEADLINE.plusMillis(1))).rest(TERMS));
    }

    @Test
    void a_transfer_at_the_deadline_is_in_time() {
        assertEquals(eth("2"), of(made(101, "2", DEADLINE)).included());
    }

    private static Tally of(Transfer... transfers) {
        return Tally.of(List.of(transfers), TERMS, VIEW);
    }

    private static Transfer at(long height, String ether) {
        return made(height, ether, OPENED);
    }

    private static Transfer made(long height, String ether, Instant time) {
        var block = new BlockRef(height, "0x" + height, "0x" + (height - 1), time);
        var id = new TransferId(Scenario.ETH.chain(), "0x" + height + ether, TransferId.NATIVE);
        var sighting = new Transfer.Sighting(time, time, new Inclusion.Included(block));
        return new Transfer(id, eth(ether), new Address("shopper"), new Address("shop"), sighting);
    }

    private static Amount eth(String ether) {
        return Scenario.eth(ether);
    }
}
