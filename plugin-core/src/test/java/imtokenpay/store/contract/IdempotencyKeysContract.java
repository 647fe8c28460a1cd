package imtokenpay.store.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.request.IdempotencyKeys.Use;
import imtokenpay.payment.PaymentId;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// What the stores' keys promise, wherever they are kept.
public abstract class IdempotencyKeysContract extends StoreContract {
    private static final Use USE = new Use("a".repeat(64), PaymentId.random(ThreadLocalRandom.current()));
    private static final Use OTHER = new Use("b".repeat(64), PaymentId.random(ThreadLocalRandom.current()));
    private static final String KEY = "k".repeat(64);

    @Test
    void a_key_is_used_once() {
        assertEquals(Optional.empty(), used("books", KEY));
        assertTrue(remembered("books", KEY, USE));
        assertEquals(Optional.of(USE), used("books", KEY));
        assertFalse(remembered("books", KEY, OTHER));
        assertEquals(Optional.of(USE), used("books", KEY));
    }

    @Test
    void stores_do_not_share_keys_and_case_matters() {
        assertTrue(remembered("books", "key", USE));
        assertTrue(remembered("toys", "key", OTHER));
        assertTrue(remembered("books", "KEY", OTHER));
        assertEquals(Optional.of(USE), used("books", "key"));
        assertEquals(Optional.of(OTHER), used("toys", "key"));
    }

    @Test
    void a_use_that_is_rolled_back_never_was() {
        rollBack(() -> shelf().keys().remember("books", KEY, USE));
        assertEquals(Optional.empty(), used("books", KEY));
        assertTrue(remembered("books", KEY, OTHER));
    }

    @Test
    void a_key_is_known_in_the_transaction_that_used_it() {
        commit(() -> {
            assertTrue(shelf().keys().remember("books", KEY, USE));
            assertEquals(Optional.of(USE), shelf().keys().of("books", KEY));
            assertFalse(shelf().keys().remember("books", KEY, OTHER));
        });
    }

    private boolean remembered(String store, String key, Use use) {
        return ask(() -> shelf().keys().remember(store, key, use));
    }

    private Optional<Use> used(String store, String key) {
        return ask(() -> shelf().keys().of(store, key));
    }
}
