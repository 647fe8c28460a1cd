package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.ELSEWHERE;
import static imtokenpay.store.contract.Samples.ETH;
import static imtokenpay.store.contract.Samples.SHOP;
import static imtokenpay.store.contract.Samples.SHOPPER;
import static imtokenpay.store.contract.Samples.USDT;
import static imtokenpay.store.contract.Samples.accepted;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.viewAt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Address;
import imtokenpay.chain.watch.TransactionAnswer;
import imtokenpay.chain.watch.TransactionAnswer.Done;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import imtokenpay.flow.find.JudgeMoves;
import imtokenpay.flow.find.Verdict;
import imtokenpay.payment.Payment;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.Shelf;
import imtokenpay.store.StoreDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person is told of a transaction that should have paid and did not.
class ExplainTest {
    private static final Address OWN = new Address("0xde709f2102306220921060314715629080e2fb77");
    private static final Address LOOKS_LIKE_USDT = new Address("0x27b1fdb04752bbc536007a920d24acb045561c26");

    private final StoreDatabase database = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open());
    private final Shelf shelf = database.shelf();

    @BeforeEach
    void read_to_block_ten() {
        shelf.transactions().run(() -> {
            var lease =
                    shelf.leases().acquire(CHAIN, "node", Duration.ofMinutes(1)).orElseThrow();
            shelf.cursors().begin(lease, block(10, "a"), viewAt(block(10, "a")));
            shelf.assets().provide(accepted(USDT));
            shelf.assets().verified(USDT.id());
            var own = payment("order");
            shelf.payments().add(new Payment(own.id(), own.origin(), OWN, own.terms(), own.standing()));
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void what_has_moved_nothing_yet_or_ever_is_told_so() {
        assertEquals(Verdict.UNKNOWN, verdict(new TransactionAnswer.Unknown()));
        assertEquals(Verdict.PENDING, verdict(new TransactionAnswer.Pending(List.of())));
        assertEquals(Verdict.FAILED, verdict(new TransactionAnswer.Failed(9)));
        assertEquals(Verdict.NOT_TO_US, verdict(new Done(9, List.of())));
        assertEquals(Verdict.NOT_TO_US, verdict(new Done(9, List.of(usdt(SHOPPER, 5)))));
    }

    @Test
    void accepted_money_waits_for_its_block_to_be_read_or_was_not_noticed() {
        for (var ours : List.of(SHOP, OWN)) {
            assertEquals(Verdict.NOT_READ_YET, verdict(new Done(11, List.of(usdt(ours, 5)))));
            assertEquals(Verdict.NOT_NOTICED, verdict(new Done(10, List.of(usdt(ours, 5)))));
        }
    }

    @Test
    void what_is_not_accepted_is_told_apart_however_it_is_called() {
        var fake = new Move(Optional.of(LOOKS_LIKE_USDT), SHOPPER, SHOP, BigInteger.TEN);
        var coin = new Move(Optional.empty(), SHOPPER, SHOP, BigInteger.TEN);
        assertEquals(Verdict.NOT_ACCEPTED, verdict(new Done(9, List.of(fake))));
        assertEquals(Verdict.NOT_ACCEPTED, verdict(new Done(9, List.of(coin))), "ETH is not accepted here");
        assertEquals(Verdict.NOT_ACCEPTED, verdict(new Done(9, List.of(usdt(SHOP, 0)))), "nothing was moved");
        assertEquals(Verdict.NOT_NOTICED, verdict(new Done(9, List.of(fake, usdt(SHOP, 5)))));
        shelf.transactions().run(() -> shelf.assets().provide(accepted(ETH)));
        assertEquals(Verdict.NOT_ACCEPTED, verdict(new Done(9, List.of(coin))), "not yet verified");
        shelf.transactions().run(() -> shelf.assets().verified(ETH.id()));
        assertEquals(Verdict.NOT_NOTICED, verdict(new Done(9, List.of(coin))));
    }

    @Test
    void only_what_came_to_us_is_named() {
        var judged = judge(new Done(9, List.of(usdt(SHOPPER, 7), usdt(OWN, 5))));
        assertEquals(List.of(usdt(OWN, 5)), judged.ours());
    }

    @Test
    void what_waits_for_a_block_names_what_it_would_bring_us() {
        var judged = judge(new TransactionAnswer.Pending(List.of(usdt(SHOPPER, 7), usdt(OWN, 5))));
        assertEquals(Verdict.PENDING, judged.verdict());
        assertEquals(List.of(usdt(OWN, 5)), judged.ours());
    }

    @Test
    void a_chain_where_nothing_is_accepted_is_not_ours() {
        var judged = shelf.transactions().in(() -> judge().judge(ELSEWHERE, new Done(9, List.of(usdt(SHOP, 5)))));
        assertEquals(Verdict.NOT_TO_US, judged.verdict());
    }

    private Verdict verdict(TransactionAnswer answer) {
        return judge(answer).verdict();
    }

    private JudgeMoves.Judged judge(TransactionAnswer answer) {
        return shelf.transactions().in(() -> judge().judge(CHAIN, answer));
    }

    private JudgeMoves judge() {
        return new JudgeMoves(shelf.assets(), shelf.money().lists().search(), shelf.cursors());
    }

    private static Move usdt(Address to, int units) {
        return new Move(
                Optional.of(new Address(USDT.contract().orElseThrow())), SHOPPER, to, BigInteger.valueOf(units));
    }
}
