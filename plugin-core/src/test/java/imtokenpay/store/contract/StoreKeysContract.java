package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.key.AddressRange;
import imtokenpay.merchant.key.Rights;
import imtokenpay.merchant.key.Scope;
import imtokenpay.merchant.key.StoreKey;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What keys promise, wherever they are kept.
public abstract class StoreKeysContract extends StoreContract {
    private static final ApiKey HASH = ApiKey.of("sk_live_one");
    private static final Rights SOME = new Rights(
            Set.of(Scope.PAYMENTS_READ, Scope.EVENTS_READ),
            List.of(AddressRange.parse("203.0.113.0/24"), AddressRange.parse("2001:db8::/32")),
            true);

    @Test
    void a_key_is_found_by_its_hash_as_it_was_made() {
        add(key(1, SOME), HASH);
        assertEquals(Optional.of(key(1, SOME)), byHash());
        assertEquals(Optional.empty(), ask(() -> shelf().merchant().keys().byHash(ApiKey.of("sk_live_two"))));
    }

    @Test
    void a_key_can_have_every_right_and_the_longest_list_of_addresses() {
        var range = AddressRange.parse("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff/128");
        var most = new Rights(
                EnumSet.allOf(Scope.class), java.util.Collections.nCopies(Rights.ADDRESSES_MAX, range), false);
        add(key(1, most), HASH);
        assertEquals(most, byHash().orElseThrow().rights());
    }

    @Test
    void an_id_is_used_once() {
        assertTrue(add(key(1, SOME), HASH));
        assertFalse(add(key(1, Rights.ALL), ApiKey.of("sk_live_two")));
        assertEquals(List.of(key(1, SOME)), all());
        assertEquals(Optional.empty(), ask(() -> shelf().merchant().keys().byHash(ApiKey.of("sk_live_two"))));
    }

    @Test
    void a_use_is_noted_once_a_minute() {
        add(key(1, SOME), HASH);
        for (var second : List.of(0, 1, 59)) {
            used(NOW.plusSeconds(second));
            assertEquals(Optional.of(NOW), lastUsed());
        }
        used(NOW.plusSeconds(60));
        assertEquals(Optional.of(NOW.plusSeconds(60)), lastUsed());
    }

    @Test
    void a_void_key_stays_void_from_the_first_moment_on() {
        add(key(1, SOME), HASH);
        assertTrue(byHash().orElseThrow().isValid());
        assertTrue(revoke(1, NOW.plusSeconds(5)));
        assertFalse(revoke(1, NOW.plusSeconds(9)));
        assertFalse(revoke(2, NOW));
        var known = byHash().orElseThrow();
        assertFalse(known.isValid());
        assertEquals(Optional.of(NOW.plusSeconds(5)), known.life().revokedAt());
    }

    @Test
    void valid_keys_are_listed_before_void_ones_and_the_newest_first() {
        for (var i = 1; i <= 4; i++) {
            add(key(i, SOME), ApiKey.of("sk_live_" + i));
        }
        revoke(4, NOW);
        assertEquals(
                List.of(id(3), id(2), id(1), id(4)),
                all().stream().map(StoreKey::id).toList());
    }

    private static String id(int number) {
        return "key_%026d".formatted(number);
    }

    private static StoreKey key(int number, Rights rights) {
        return StoreKey.made(id(number), "books", "Kasse 好", rights, NOW.plusMillis(number));
    }

    private boolean add(StoreKey key, ApiKey hash) {
        return ask(() -> shelf().merchant().keys().add(key, hash));
    }

    private boolean revoke(int number, Instant at) {
        return ask(() -> shelf().merchant().keys().revoke(id(number), at));
    }

    private void used(Instant at) {
        commit(() -> shelf().merchant().keys().used(id(1), at));
    }

    private Optional<Instant> lastUsed() {
        return byHash().orElseThrow().life().lastUsed();
    }

    private Optional<StoreKey> byHash() {
        return ask(() -> shelf().merchant().keys().byHash(HASH));
    }

    private List<StoreKey> all() {
        return ask(() -> shelf().merchant().keys().all());
    }
}
