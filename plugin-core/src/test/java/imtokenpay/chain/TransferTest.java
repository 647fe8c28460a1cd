package imtokenpay.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransferTest {
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Instant EARLY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(600);

    @Test
    void a_transfer_was_made_at_its_block_time_or_first_sight_whichever_came_first() {
        assertEquals(EARLY, transfer(EARLY, LATE).madeAt());
        assertEquals(EARLY, transfer(LATE, EARLY).madeAt());
    }

    @Test
    void a_reorg_that_puts_it_into_a_block_dated_earlier_makes_it_earlier_and_never_later() {
        assertEquals(EARLY, transfer(LATE, EARLY).seenLike(transfer(LATE, LATE)).madeAt());
        assertEquals(EARLY, transfer(LATE, LATE).seenLike(transfer(LATE, EARLY)).madeAt());
    }

    @Test
    void the_block_itself_is_the_first_confirmation_and_a_gone_transfer_has_none() {
        var transfer = transfer(EARLY, EARLY);
        assertEquals(1, new ChainView(ETH.chain(), 100, LATE).confirmations(transfer));
        assertEquals(6, new ChainView(ETH.chain(), 105, LATE).confirmations(transfer));
        assertEquals(0, new ChainView(ETH.chain(), 99, LATE).confirmations(transfer));
        assertEquals(0, new ChainView(ETH.chain(), 105, LATE).confirmations(transfer.now(new Inclusion.Gone())));
    }

    @Test
    void a_tail_or_reading_of_strangers_cannot_be_made() {
        var one = new BlockRef(1, "a", "0", EARLY);
        var view = new ChainView(ETH.chain(), 3, EARLY);
        for (var stranger : List.of(new BlockRef(2, "b", "x", EARLY), new BlockRef(1, "b", "a", EARLY))) {
            assertThrows(IllegalArgumentException.class, () -> new ChainTail(List.of(one, stranger)));
            assertThrows(
                    IllegalArgumentException.class, () -> new Reading(one, List.of(stranger), List.of(), view, true));
        }
        assertThrows(IllegalArgumentException.class, () -> new ChainTail(List.of()));
    }

    @Test
    void a_tail_or_reading_may_leave_old_blocks_out() {
        var one = new BlockRef(1, "a", "0", EARLY);
        var two = new BlockRef(2, "b", "a", EARLY);
        var four = new BlockRef(4, "d", "c", EARLY);
        assertEquals(four, new ChainTail(List.of(one, two, four)).last());
        var view = new ChainView(ETH.chain(), 4, EARLY);
        assertEquals(four, new Reading(one, List.of(two, four), List.of(), view, true).last());
        assertEquals(one, new Reading(one, List.of(), List.of(), view, true).last());
    }

    private static Transfer transfer(Instant firstSeen, Instant blockTime) {
        var block = new BlockRef(100, "a", "b", blockTime);
        var sighting = new Transfer.Sighting(firstSeen, blockTime, new Inclusion.Included(block));
        var id = new TransferId(ETH.chain(), "0x1", TransferId.NATIVE);
        return new Transfer(id, Amount.zero(ETH), new Address("a"), new Address("b"), sighting);
    }
}
