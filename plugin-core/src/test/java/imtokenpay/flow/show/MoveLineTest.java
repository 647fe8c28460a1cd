package imtokenpay.flow.show;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.store.contract.Samples;
import imtokenpay.webhook.PaymentJson.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the log says of a payment's move.
class MoveLineTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final BlockRef BLOCK = new BlockRef(100, "0xb", "0xa", NOW.plusSeconds(30));

    @Test
    void a_move_is_one_line_with_its_reason_and_its_transactions() {
        var payment = Samples.payment("1042", NOW);
        var line = MoveLine.of(payment, after(payment, PaymentStatus.CONFIRMING, List.of(transfer("0x1"))));
        assertEquals(
                "payment " + payment.id()
                        + " of order \"1042\": AWAITING -> CONFIRMING (enough_came), transactions \"0x1\"",
                line);
        assertTrue(MoveLine.of(payment, after(payment, PaymentStatus.EXPIRED, List.of()))
                .endsWith("AWAITING -> EXPIRED (nothing_came)"));
    }

    @Test
    void only_what_is_in_the_chain_is_named_and_no_more_than_five() {
        var payment = Samples.payment("1042", NOW);
        var gone = transfer("0xdead").now(new Inclusion.Gone());
        assertTrue(MoveLine.of(payment, after(payment, PaymentStatus.AWAITING, List.of(gone)))
                .endsWith("(left_the_chain)"));
        var many = IntStream.range(0, 8).mapToObj(i -> transfer("0x" + i)).toList();
        assertTrue(MoveLine.of(payment, after(payment, PaymentStatus.CONFIRMING, many))
                .endsWith("transactions \"0x0\" \"0x1\" \"0x2\" \"0x3\" \"0x4\" and 3 more"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1\n[SEVERE] forged",
                "1\r\n",
                "1\u2028forged",
                "1\u2029",
                "1\u0085",
                "1\u001b[31m",
                "1\u202etxt",
                "1\u0000",
                "1\u200b",
                "1\ud800",
                "\": SETTLED -> \""
            })
    void no_order_can_forge_a_line_or_hide_in_one(String order) {
        var payment = Samples.payment(order, NOW);
        var line = MoveLine.of(payment, after(payment, PaymentStatus.EXPIRED, List.of()));
        assertEquals(1, line.lines().count());
        assertTrue(line.codePoints().allMatch(point -> point >= ' ' && point < 0x7f), line);
        assertTrue(line.matches("payment \\S+ of order \"[^\"]*\": AWAITING -> EXPIRED \\(nothing_came\\)"), line);
    }

    @Test
    void a_plain_text_stays_readable() {
        assertEquals("\"Büchlein 好书 📚 'x'\"", Quoted.of("Büchlein 好书 📚 'x'"));
        assertEquals("\"a\\u{5c}n\\u{22}\"", Quoted.of("a\\n\""));
    }

    private static Snapshot after(Payment before, PaymentStatus status, List<Transfer> transfers) {
        var standing = new Payment.Standing(status, 1, usdt(0));
        var payment = new Payment(before.id(), before.origin(), before.receiver(), before.terms(), standing);
        return new Snapshot(payment, transfers, new ChainView(CHAIN, 100, BLOCK.time()), "Ethereum", true);
    }

    private static Transfer transfer(String hash) {
        var sighting = new Transfer.Sighting(BLOCK.time(), BLOCK.time(), new Inclusion.Included(BLOCK));
        var id = new TransferId(CHAIN, hash, 0);
        return new Transfer(id, usdt(12_500_000), new Address("0x1"), Samples.SHOP, sighting);
    }
}
