package imtokenpay.flow.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.caller.Admission.Admitted;
import imtokenpay.flow.caller.Admission.Elsewhere;
import imtokenpay.flow.caller.Admission.TooMany;
import imtokenpay.flow.caller.Admission.Unknown;
import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.merchant.key.AddressRange;
import imtokenpay.merchant.key.Rights;
import imtokenpay.merchant.key.Scope;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmitCallTest {
    private static final String CONFIGURED = "configured-key-of-the-bookshop";
    private static final InetAddress HOME = at("203.0.113.9");
    private static final InetAddress ABROAD = at("198.51.100.7");

    private final MemoryKeys keys = new MemoryKeys();
    private final ManageKeys manage = new ManageKeys(new Books(), keys, deed -> {}, new Random(7), this::now);
    private final AdmitCall calls = new AdmitCall(
            new KnowCaller(new Books(), keys, this::now),
            new CallRates(CallRate.of(10, 5), CallRate.of(1, 3)),
            this::now);
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void a_configured_key_may_do_everything() {
        var caller = admitted(CONFIGURED, HOME);
        assertEquals("books", caller.store().id());
        assertEquals(EnumSet.allOf(Scope.class), caller.rights().scopes());
    }

    @Test
    void a_key_that_was_made_may_do_what_it_was_made_for() {
        var key = make(1, new Rights(Set.of(Scope.EVENTS_READ), List.of(), true));
        assertTrue(key.matches("sk_test_[A-Za-z0-9_-]{43}"), key);
        assertEquals(Set.of(Scope.EVENTS_READ), admitted(key, HOME).rights().scopes());
        assertTrue(make(2, Rights.ALL).startsWith("sk_live_"));
    }

    @Test
    void a_form_that_is_sent_twice_makes_one_key() {
        make(1, Rights.ALL);
        assertEquals(Optional.empty(), manage.make(wish(1, Rights.ALL), "anna"));
    }

    @Test
    void a_key_of_no_use_is_not_made() {
        var none = new Rights(Set.of(), List.of(), false);
        for (var wish : List.of(
                wish(1, none),
                new ManageKeys.Wish(wish(1, none).id(), "toys", "till", Rights.ALL),
                new ManageKeys.Wish("key_1", "books", "till", Rights.ALL),
                new ManageKeys.Wish(wish(1, none).id(), "books", " ", Rights.ALL),
                new ManageKeys.Wish(wish(1, none).id(), "books", "a\nb", Rights.ALL))) {
            assertThrows(IllegalArgumentException.class, () -> manage.make(wish, "anna"));
        }
        assertEquals(List.of(), manage.all());
    }

    @Test
    void a_void_key_is_unknown_at_once() {
        var key = make(1, Rights.ALL);
        admitted(key, HOME);
        assertTrue(keys.revoke(wish(1, Rights.ALL).id(), now));
        assertInstanceOf(Unknown.class, admit(key, HOME));
    }

    @Test
    void a_key_opens_nothing_from_another_address() {
        var key = make(1, new Rights(Set.of(Scope.EVENTS_READ), List.of(AddressRange.parse("203.0.113.0/24")), false));
        admitted(key, HOME);
        assertInstanceOf(Elsewhere.class, admit(key, ABROAD));
        assertEquals(Optional.of(now), manage.all().getFirst().life().lastUsed());
    }

    @Test
    void a_use_is_written_once_a_minute() {
        var key = make(1, Rights.ALL);
        for (var second = 0; second < 120; second++) {
            admitted(key, HOME);
            now = now.plusSeconds(1);
        }
        assertEquals(2, keys.writes());
    }

    @Test
    void a_key_has_its_burst_and_then_its_pace() {
        IntStream.range(0, 5).forEach(i -> admitted(CONFIGURED, HOME));
        assertEquals(new TooMany(Duration.ofMillis(100)), admit(CONFIGURED, HOME));
        now = now.plusMillis(100);
        admitted(CONFIGURED, HOME);
        assertInstanceOf(TooMany.class, admit(CONFIGURED, HOME));
        now = now.plusSeconds(60);
        IntStream.range(0, 5).forEach(i -> admitted(CONFIGURED, HOME));
        assertInstanceOf(TooMany.class, admit(CONFIGURED, HOME));
    }

    @Test
    void one_key_slows_down_no_other_one() {
        IntStream.range(0, 9).forEach(i -> admit(CONFIGURED, HOME));
        admitted(make(1, Rights.ALL), HOME);
    }

    @Test
    void a_clock_that_is_set_back_shuts_nobody_out() {
        IntStream.range(0, 9).forEach(i -> admit(CONFIGURED, HOME));
        now = now.minus(Duration.ofDays(1));
        assertInstanceOf(TooMany.class, admit(CONFIGURED, HOME));
        now = now.plusMillis(100);
        admitted(CONFIGURED, HOME);
    }

    @Test
    void who_guesses_is_soon_told_nothing_any_more() {
        IntStream.range(0, 3)
                .forEach(i -> assertInstanceOf(Unknown.class, admit("guess-number-" + i + "-of-many", ABROAD)));
        assertInstanceOf(TooMany.class, admit("another-guess-that-is-wrong", ABROAD));
        assertInstanceOf(TooMany.class, calls.admit(Optional.empty(), ABROAD));
        assertEquals(new TooMany(Duration.ofSeconds(1)), admit(CONFIGURED, ABROAD), "not even that a guess was right");
        admitted(CONFIGURED, HOME);
    }

    @Test
    void a_store_behind_the_address_of_a_guesser_goes_on() {
        admitted(CONFIGURED, HOME);
        IntStream.range(0, 9).forEach(i -> admit("guess-number-" + i + "-of-many", HOME));
        admitted(CONFIGURED, HOME);
    }

    @Test
    void a_guesser_gains_nothing_by_the_many_addresses_of_his_network() {
        IntStream.range(0, 3).forEach(i -> admit("guess-number-" + i + "-of-many", at("2001:db8::" + i)));
        assertInstanceOf(TooMany.class, admit("another-guess-that-is-wrong", at("2001:db8::ffff")));
        assertInstanceOf(Unknown.class, admit("another-guess-that-is-wrong", at("2001:db8:0:1::1")));
    }

    private Instant now() {
        return now;
    }

    private String make(int number, Rights rights) {
        return manage.make(wish(number, rights), "anna").orElseThrow();
    }

    private static ManageKeys.Wish wish(int number, Rights rights) {
        return new ManageKeys.Wish("key_%026d".formatted(number), "books", "till", rights);
    }

    private Caller admitted(String key, InetAddress from) {
        return assertInstanceOf(Admitted.class, admit(key, from)).caller();
    }

    private Admission admit(String key, InetAddress from) {
        return calls.admit(Optional.of(ApiKey.of(key)), from);
    }

    private static InetAddress at(String address) {
        return AddressRange.address(address).orElseThrow();
    }

    private static final class Books implements Stores {
        private static final Store BOOKS = new Store("books", "Books", Set.of());

        @Override
        public List<Store> all() {
            return List.of(BOOKS);
        }

        @Override
        public Optional<Store> byApiKey(ApiKey key) {
            return Optional.of(BOOKS).filter(any -> key.matches(ApiKey.of(CONFIGURED)));
        }

        @Override
        public Optional<Store> byId(String id) {
            return Optional.of(BOOKS).filter(books -> books.id().equals(id));
        }
    }
}
