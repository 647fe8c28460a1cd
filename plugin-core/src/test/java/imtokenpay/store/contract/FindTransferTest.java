package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.transfer;
import static imtokenpay.store.contract.Samples.usdt;
import static imtokenpay.store.contract.Samples.viewAt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Inclusion;
import imtokenpay.flow.show.FindTransfer;
import imtokenpay.flow.show.FindTransfer.Finding;
import imtokenpay.flow.show.FindTransfer.Verdict;
import imtokenpay.payment.Ledger.Entry;
import imtokenpay.payment.Payment;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.Shelf;
import imtokenpay.store.StoreDatabase;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a shopper is told of the transaction that he says has paid.
class FindTransferTest {
    private static final String DIGITS_UPPER = "ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB";
    private static final String HASH = "0x" + DIGITS_UPPER.toLowerCase(Locale.ROOT);

    private final StoreDatabase database = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open());
    private final Shelf shelf = database.shelf();
    private final Payment payment = payment("order");

    @BeforeEach
    void read_to_block_ten() {
        shelf.transactions().in(() -> {
            var lease =
                    shelf.leases().acquire(CHAIN, "node", Duration.ofMinutes(1)).orElseThrow();
            shelf.cursors().begin(lease, block(10, "a"), viewAt(block(10, "a")));
            return true;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void money_of_the_payment_counts_until_a_reorg_removes_it() {
        var transfer = transfer(HASH, 0, usdt(5), block(9, "a"));
        enter(new Entry(transfer, Optional.of(payment.id())));
        assertEquals(new Finding(Verdict.COUNTED, HASH, 10), found(HASH));
        shelf.transactions().in(() -> {
            shelf.ledger().stands(transfer.id(), new Inclusion.Gone());
            return true;
        });
        assertEquals(Verdict.GONE, found(HASH).verdict());
    }

    @Test
    void money_that_matches_nothing_waits_for_a_person() {
        enter(new Entry(transfer(HASH, 0, usdt(5), block(9, "a")), Optional.empty()));
        assertEquals(Verdict.UNMATCHED, found(HASH).verdict());
    }

    @Test
    void one_transaction_can_pay_two_orders_and_pays_the_one_that_asks() {
        enter(new Entry(
                transfer(HASH, 0, usdt(5), block(9, "a")),
                Optional.of(payment("other").id())));
        assertEquals(Verdict.OTHER, found(HASH).verdict());
        enter(new Entry(transfer(HASH, 1, usdt(6), block(9, "a")), Optional.of(payment.id())));
        assertEquals(Verdict.COUNTED, found(HASH).verdict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {DIGITS_UPPER, "  0x" + DIGITS_UPPER + " ", "https://etherscan.io/tx/0x" + DIGITS_UPPER + "#logs"
            })
    void a_hash_is_found_wherever_it_stands_in_what_was_typed(String typed) {
        assertEquals(new Finding(Verdict.UNSEEN, HASH, 10), found(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0x12",
                "paid!",
                DIGITS_UPPER + "0",
                "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
                "' or 1=1 --"
            })
    void what_holds_no_hash_is_called_so(String typed) {
        assertEquals(new Finding(Verdict.RUBBISH, "", 10), found(typed));
    }

    private void enter(Entry entry) {
        shelf.transactions().in(() -> {
            shelf.ledger().enter(entry);
            return true;
        });
    }

    private Finding found(String typed) {
        return shelf.transactions().in(() -> new FindTransfer(shelf.ledger(), shelf.cursors()).find(payment, typed));
    }
}
