package imtokenpay.adapter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.payment.Payment;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a reorg does to payments, wherever they stand, whatever family the chain is of. All of them live through the
/// same one at once.
abstract class ReorgStoryContract extends StoryScene {
    private static final int NEVER_DEEP_ENOUGH = 40;

    ReorgStoryContract(Callable<FamilyChain> family) {
        super(family);
    }

    /// What the new branch does with a payment that the old one held.
    private enum Fate {
        SAME_HEIGHT,
        OTHER_HEIGHT,
        NEVER
    }

    /// A payment, and what is to become of it.
    ///
    /// @param pay its money, from before the reorg
    /// @param standing where it stands before the reorg, with what was told of it by then
    /// @param without where it stands while its money is gone, with what is told then
    private record Story(Payment payment, Pay pay, Fate fate, Moves standing, Moves without) {
        boolean isHeld(Fate by) {
            return fate == by;
        }
    }

    /// A standing, and the events that led there.
    private record Moves(String status, List<String> told) {
        static Moves to(String... told) {
            var last = told.length == 0 ? "awaiting" : told[told.length - 1];
            return new Moves(last.toUpperCase(Locale.ROOT), List.of(told));
        }

        Moves then(String... more) {
            return to(Stream.concat(told.stream(), Arrays.stream(more)).toArray(String[]::new));
        }
    }

    private final List<Story> stories = new ArrayList<>();
    private Payment nobodyPaid;
    private Payment calledOff;
    private Payment awaiting;
    private Payment reversed;
    private Payment ended;
    private Pay back;
    private Pay closing;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_reorg_of_any_depth_at_every_standing(int depth) {
        asks();
        pays();
        ground.grows(depth - 1);
        shop.looks();
        stories.forEach(story -> stands(story, story.standing(), story.pay().units()));
        shop.closes(ended);
        is(ended, "CLOSED", "expired", "unresolved", "closed");

        ground.leaves(depth);
        ground.mines(of(Fate.SAME_HEIGHT));
        ground.mines(of(Fate.OTHER_HEIGHT));
        ground.grows(depth - 1);
        shop.looks();
        standsAfterReorg();

        ground.leaves(depth + 1);
        var all = new ArrayList<>(stories.stream().map(Story::pay).toList());
        all.addAll(List.of(closing, back, whole(nobodyPaid), whole(calledOff), whole(awaiting)));
        ground.mines(all.toArray(Pay[]::new));
        ground.grows(depth + 1);
        shop.looks();
        standsAsBefore();
    }

    // One for each standing that holds no money, and three for each that does.
    private void asks() {
        var late = asked(4, 1);
        nobodyPaid = shop.asks(1);
        shop.looks();
        timeRunsOut();
        var off = asked(4, 1);
        shop.looks();
        off.forEach(shop::cancels);
        shop.passes(Duration.ofHours(3));
        calledOff = off.getLast();
        ended = late.getLast();
        closing = whole(ended);
        tells(late.subList(0, 3), Moves.to("expired", "unresolved"), "expired");
        tells(off.subList(0, 3), Moves.to("cancelled", "unresolved"), "cancelled");
        tells(asked(3, NEVER_DEEP_ENOUGH), Moves.to("confirming"), "awaiting");
        tells(asked(3, 1), Moves.to("settled"), "reversed");
        for (var fate : Fate.values()) {
            var payment = shop.asksAtOwnAddress(1);
            var standing = Moves.to("underpaid");
            stories.add(new Story(payment, part(payment), fate, standing, standing.then("awaiting")));
        }
        awaiting = shop.asks(NEVER_DEEP_ENOUGH);
    }

    private void pays() {
        reversed = shop.asks(1);
        back = whole(reversed);
        shop.looks();
        ground.mines(back);
        shop.looks();
        ground.reorgs(1);
        shop.looks();
        is(reversed, "REVERSED", "settled", "reversed");
        ground.mines(Stream.concat(stories.stream().map(Story::pay), Stream.of(closing))
                .toArray(Pay[]::new));
    }

    private void standsAfterReorg() {
        for (var story : stories) {
            var isGone = story.isHeld(Fate.NEVER);
            stands(
                    story,
                    isGone ? story.without() : story.standing(),
                    isGone ? BigInteger.ZERO : story.pay().units());
        }
        is(ended, "CLOSED", "expired", "unresolved", "closed");
        is(nobodyPaid, "EXPIRED", "expired");
        is(calledOff, "CANCELLED", "cancelled");
        is(awaiting, "AWAITING");
        is(reversed, "REVERSED", "settled", "reversed");
    }

    // What was gone has come back, and is told of where it makes a difference.
    private void standsAsBefore() {
        for (var story : stories) {
            var standing = story.standing();
            var moves = standing.told().toArray(String[]::new);
            stands(
                    story,
                    story.isHeld(Fate.NEVER) ? story.without().then(moves[moves.length - 1]) : standing,
                    story.pay().units());
        }
        is(ended, "CLOSED", "expired", "unresolved", "closed");
        is(nobodyPaid, "UNRESOLVED", "expired", "unresolved");
        is(calledOff, "UNRESOLVED", "cancelled", "unresolved");
        is(awaiting, "CONFIRMING", "confirming");
        is(reversed, "SETTLED", "settled", "reversed", "settled");
    }

    private List<Payment> asked(int count, int confirmations) {
        return Stream.generate(() -> shop.asks(confirmations)).limit(count).toList();
    }

    private void tells(List<Payment> payments, Moves standing, String without) {
        for (var fate : Fate.values()) {
            var payment = payments.get(fate.ordinal());
            stories.add(new Story(payment, whole(payment), fate, standing, standing.then(without)));
        }
    }

    private Pay[] of(Fate fate) {
        return stories.stream()
                .filter(story -> story.isHeld(fate))
                .map(Story::pay)
                .toArray(Pay[]::new);
    }

    private void stands(Story story, Moves moves, BigInteger units) {
        assertEquals(moves.status(), shop.status(story.payment()), story::toString);
        assertEquals(moves.told(), shop.told(story.payment()), story::toString);
        assertEquals(units, shop.received(story.payment()), story::toString);
    }
}
