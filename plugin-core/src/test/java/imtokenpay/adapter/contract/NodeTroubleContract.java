package imtokenpay.adapter.contract;

import static imtokenpay.chain.watch.ChainUnavailable.Reason.BEHIND;
import static imtokenpay.chain.watch.ChainUnavailable.Reason.WRONG_CHAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.watch.ChainUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every reader promises while its node does not do as it should, whatever family it is of.
abstract class NodeTroubleContract extends ReaderScene {
    private static final int NEWS = 6;

    NodeTroubleContract(Callable<FamilyChain> family) {
        super(family);
    }

    private void brings(boolean isReorg) {
        if (isReorg) {
            ground.leaves(3);
        }
        for (var i = 0; i < NEWS; i++) {
            ground.mines(ground.pay(20_000 + i));
        }
    }

    // Nothing is kept of a look that failed, and the next one says all.
    private void learnsNothingThenAll(Runnable trouble) {
        var known = shop.tail();
        var found = Ground.told(shop.found());
        trouble.run();
        assertEquals(known, shop.tail());
        assertEquals(found, Ground.told(shop.found()));
        wire.isStraight();
        knowsAll();
    }

    @Test
    void a_node_behind_what_was_read_teaches_nothing() {
        paysAndKnows(NEWS);
        learnsNothingThenAll(() -> {
            chain.lags(2);
            assertEquals(BEHIND, trouble(() -> shop.follows(reader)));
            chain.lags(0);
        });
    }

    @Test
    void a_node_of_another_chain_teaches_nothing() {
        paysAndKnows(NEWS);
        brings(false);
        var height = chain.head();
        learnsNothingThenAll(() -> {
            wire.answers(chain::ofAnotherChain);
            assertEquals(WRONG_CHAIN, trouble(() -> shop.follows(reader)));
            try (var fresh = anotherReader()) {
                assertEquals(WRONG_CHAIN, trouble(() -> shop.follows(fresh)));
                assertEquals(WRONG_CHAIN, trouble(() -> fresh.transfersIn(height - 2, height, watch)));
                assertEquals(WRONG_CHAIN, trouble(() -> fresh.beginning(Instant.MAX)));
                assertEquals(WRONG_CHAIN, trouble(fresh::newest));
                assertEquals(WRONG_CHAIN, trouble(() -> fresh.decimals(chain.asset())));
            }
        });
    }

    @Test
    void a_node_that_turns_into_one_of_another_chain_is_not_believed() {
        paysAndKnows(NEWS);
        brings(true);
        for (var k = 0; k < requestsOfALook(); k++) {
            // What was asked before may all have been answered rightly; a look that says more is then right, too.
            wire.happensAfter(k, () -> wire.answers(chain::ofAnotherChain));
            triesAndKnowsNothingWrong();
            wire.isStraight();
        }
        knowsAll();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_error_in_the_middle_teaches_nothing(boolean isReorg) {
        paysAndKnows(NEWS);
        brings(isReorg);
        var needed = requestsOfALook();
        assertTrue(needed >= 2, "there is a middle");
        for (var k = 0; k < needed; k++) {
            var known = shop.tail();
            wire.breaksAfter(k);
            // Whatever is asked for after a reading is whole may fail without harm.
            triesAndKnowsNothingWrong();
            assertTrue(known.equals(shop.tail()) || isKnown(), "nothing or all");
            wire.isStraight();
        }
        knowsAll();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void a_reorg_while_it_is_read_is_told_by_the_next_look_at_the_latest(int depth) {
        paysAndKnows(NEWS);
        for (var k = 0; k < 7; k++) {
            brings(k % 2 == 1);
            var pay = ground.pay(50_000 + k);
            ground.mines(pay);
            wire.happensAfter(k, () -> {
                ground.leaves(depth);
                ground.mines();
                ground.mines(pay);
                ground.grows(depth);
            });
            tries();
            wire.isStraight();
            knowsAll();
        }
    }

    @Test
    void a_block_that_comes_while_it_is_read_is_told_by_the_next_look_at_the_latest() {
        paysAndKnows(NEWS);
        for (var k = 0; k < 7; k++) {
            brings(false);
            wire.happensAfter(k, () -> ground.mines(ground.pay(60_000)));
            tries();
            wire.isStraight();
            knowsAll();
        }
    }

    @Test
    void a_node_that_forgets_its_newest_blocks_while_it_is_read_teaches_nothing_wrong() {
        paysAndKnows(NEWS);
        for (var k = 0; k < 7; k++) {
            brings(false);
            wire.happensAfter(k, () -> chain.lags(2));
            triesAndKnowsNothingWrong();
            wire.isStraight();
            chain.lags(0);
            knowsAll();
        }
    }

    @Test
    void a_block_that_is_named_otherwise_once_is_not_believed() {
        paysAndKnows(NEWS);
        brings(false);
        for (var back = 0; back < NEWS; back++) {
            var hash = chain.block(chain.head() - back).hash();
            var other = hash.substring(0, hash.length() - 6) + "fedcba";
            for (var which = 1; which <= 6; which++) {
                wire.distorts(replacing(hash, other, which));
                triesAndKnowsNothingWrong();
                wire.isStraight();
            }
        }
        knowsAll();
    }

    @Test
    void a_node_with_limits_is_read_all_the_same() {
        wire.refuses(chain::refusal);
        for (var left = chain.farBehind() / 2; left > 0; left -= 20) {
            ground.mines(ground.pay(10_000 + left));
            ground.grows(19);
        }
        knowsAll();
        ground.reorgs(5);
        ground.mines(ground.pay(70_000));
        knowsAll();
    }

    private int requestsOfALook() {
        wire.isStraight();
        reader.read(shop.tail(), watch);
        var needed = wire.requests();
        wire.isStraight();
        return needed;
    }

    private void tries() {
        try {
            shop.follows(reader);
        } catch (ChainUnavailable nothingLearnt) {
            // That is an answer, too.
            return;
        }
    }

    // What a look brings is all of it true, or it brings nothing.
    private void triesAndKnowsNothingWrong() {
        tries();
        if (shop.tail().last().height() == chain.head()) {
            knows();
        }
    }

    private boolean isAtHead() {
        return shop.tail().last().equals(chain.block(chain.head()));
    }

    private boolean isKnown() {
        return isAtHead() && Ground.told(shop.found()).equals(List.copyOf(ground.paid()));
    }

    private static UnaryOperator<String> replacing(String text, String other, int which) {
        var seen = new AtomicInteger();
        return body -> Pattern.compile(Pattern.quote(text))
                .matcher(body)
                .replaceAll(found -> seen.incrementAndGet() == which ? other : text);
    }
}
