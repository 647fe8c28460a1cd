package imtokenpay.flow.find;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Pace;
import imtokenpay.chain.watch.TransactionAnswer;
import imtokenpay.chain.watch.TransactionAnswer.Done;
import imtokenpay.chain.watch.TransactionAnswer.Failed;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import imtokenpay.chain.watch.TransactionAnswer.Pending;
import imtokenpay.chain.watch.TransactionAnswer.Unknown;
import imtokenpay.chain.watch.UnreadChain;
import imtokenpay.flow.find.ExplainTransaction.Explained;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.Shelf;
import imtokenpay.store.StoreDatabase;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Three networks of three families, of which one is Bitcoin's and one TRON's.
class ExplainTransactionTest {
    private static final ChainId ETHEREUM = new ChainId("eip155:1");
    private static final Asset TRX = new Asset("tron:0x2b6653dc/slip44:195", "TRX", 6);
    private static final Asset USDT = new Asset("tron:0x2b6653dc/trc20:TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "USDT", 6);
    private static final Asset BTC = new Asset("bip122:000000000019d6689c085ae165831e93/slip44:0", "BTC", 8);
    private static final Address TRON_SHOP = new Address("TFUD8x3iAZ9dF7NDCGBtSjznemEomE5rP9");
    private static final Address BITCOIN_SHOP = new Address("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4");
    private static final Address SOMEBODY = new Address("somebody");
    private static final String DIGITS = "ab".repeat(32);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final StoreDatabase database = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open());
    private final Shelf shelf = database.shelf();
    private final Map<ChainId, TransactionAnswer> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void accepts_and_has_read_to_block_ten() {
        shelf.transactions().run(() -> {
            accepts(TRX, TRON_SHOP);
            accepts(USDT, TRON_SHOP);
            accepts(BTC, BITCOIN_SHOP);
        });
        for (var chain : List.of(TRX.chain(), BTC.chain())) {
            shelf.transactions().run(() -> {
                var lease = shelf.leases()
                        .acquire(chain, "node", Duration.ofMinutes(1))
                        .orElseThrow();
                var block = new BlockRef(10, "c".repeat(64), "b".repeat(64), NOW);
                shelf.cursors().begin(lease, block, new ChainView(chain, 10, NOW));
            });
        }
        for (var chain : List.of(ETHEREUM, TRX.chain(), BTC.chain())) {
            answers.put(chain, new Unknown());
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_hash_without_0x_may_be_any_chains_and_each_is_asked_in_its_spelling() {
        assertEquals(
                List.of(Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.UNKNOWN),
                explain(DIGITS).stream().map(Explained::verdict).toList());
        assertEquals(List.of(BTC.chain() + " " + DIGITS, ETHEREUM + " 0x" + DIGITS, TRX.chain() + " " + DIGITS), asked);
    }

    @Test
    void bitcoin_is_not_asked_for_one_that_is_written_with_0x() {
        explain("https://etherscan.io/tx/0x" + DIGITS);
        assertEquals(List.of(ETHEREUM + " 0x" + DIGITS, TRX.chain() + " " + DIGITS), asked);
    }

    @Test
    void who_knows_it_comes_first_and_then_who_gave_no_answer() {
        answers.remove(BTC.chain());
        answers.put(TRX.chain(), new Failed(9));
        var lines = explain(DIGITS);
        assertEquals(
                List.of(Verdict.FAILED, Verdict.NO_ANSWER, Verdict.UNKNOWN),
                lines.stream().map(Explained::verdict).toList());
        assertEquals("keeps no index", lines.get(1).trouble());
    }

    @Test
    void tron_is_judged_by_its_own_spelling() {
        var usdt = Optional.of(new Address("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"));
        var lookAlike = Optional.of(new Address("TFUD8x3iAZ9dF7NDCGBtSjznemEomE5rP9"));
        var trc10 = Optional.of(new Address("trc10:1002000"));
        assertEquals(Verdict.NOT_NOTICED, on(TRX, done(10, usdt, TRON_SHOP)));
        assertEquals(Verdict.NOT_READ_YET, on(TRX, done(11, usdt, TRON_SHOP)));
        assertEquals(Verdict.NOT_NOTICED, on(TRX, done(10, Optional.empty(), TRON_SHOP)));
        assertEquals(Verdict.NOT_ACCEPTED, on(TRX, done(10, lookAlike, TRON_SHOP)));
        assertEquals(Verdict.NOT_ACCEPTED, on(TRX, done(10, trc10, TRON_SHOP)));
        assertEquals(Verdict.NOT_TO_US, on(TRX, done(10, usdt, SOMEBODY)));
        assertEquals(Verdict.NOT_TO_US, on(TRX, new Done(10, List.of())));
        assertEquals(Verdict.PENDING, on(TRX, new Pending(List.of())));
        assertEquals(Verdict.FAILED, on(TRX, new Failed(10)));
    }

    @Test
    void bitcoin_is_judged_by_what_it_pays() {
        assertEquals(Verdict.NOT_NOTICED, on(BTC, done(10, Optional.empty(), BITCOIN_SHOP)));
        assertEquals(Verdict.NOT_READ_YET, on(BTC, done(11, Optional.empty(), BITCOIN_SHOP)));
        assertEquals(Verdict.NOT_TO_US, on(BTC, done(10, Optional.empty(), SOMEBODY)));
        assertEquals(
                Verdict.PENDING,
                on(BTC, new Pending(done(0, Optional.empty(), BITCOIN_SHOP).moves())));
        assertEquals(1, explain(DIGITS).getFirst().ours().size());
    }

    private void accepts(Asset asset, Address receiver) {
        var standing = new AcceptedAsset.Standing(false, false);
        shelf.assets().provide(new AcceptedAsset(asset, "A network", receiver, new Finality.Depth(3), standing));
        shelf.assets().verified(asset.id());
    }

    private Verdict on(Asset asset, TransactionAnswer answer) {
        answers.put(asset.chain(), answer);
        return explain(DIGITS).stream()
                .filter(one -> one.chain().equals(asset.chain()))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private List<Explained> explain(String typed) {
        var judge = new JudgeMoves(shelf.assets(), shelf.money().lists().search(), shelf.cursors());
        return shelf.transactions().in(() -> new ExplainTransaction(new Chains(), judge).explain(typed));
    }

    private static Done done(long height, Optional<Address> token, Address to) {
        return new Done(height, List.of(new Move(token, SOMEBODY, to, BigInteger.TEN)));
    }

    private final class Chains implements WatchedChains {
        @Override
        public List<WatchedChain> all() {
            return List.of(BTC.chain(), ETHEREUM, TRX.chain()).stream()
                    .map(chain -> new WatchedChain(new Node(chain), new Pace.Fixed(Duration.ZERO)))
                    .toList();
        }

        @Override
        public String node() {
            return "node";
        }
    }

    private final class Node implements UnreadChain {
        private final ChainId chain;

        Node(ChainId chain) {
            this.chain = chain;
        }

        @Override
        public ChainId chain() {
            return chain;
        }

        @Override
        public TransactionAnswer transaction(String txHash) {
            asked.add(chain + " " + txHash);
            return Optional.ofNullable(answers.get(chain)).orElseThrow(() -> new ChainUnavailable("keeps no index"));
        }
    }
}
