package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.ELSEWHERE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.watch.WatchLease.Lease;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the right to write promises, wherever it is kept.
public abstract class WatchLeaseContract extends StoreContract {
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void one_node_at_a_time_holds_a_chain() {
        var lease = acquire("first", LONG).orElseThrow();
        assertEquals(CHAIN, lease.chain());
        assertEquals("first", lease.owner());
        assertEquals(Optional.empty(), acquire("second", LONG));
    }

    @Test
    void its_holder_keeps_it_and_its_epoch() {
        var lease = acquire("first", LONG).orElseThrow();
        assertEquals(Optional.of(lease), acquire("first", LONG));
        assertEquals(Optional.of(lease), acquire("first", LONG.multipliedBy(3)));
        assertEquals(Optional.empty(), acquire("second", LONG));
    }

    @Test
    void the_epoch_rises_each_time_the_lease_changes_hands() {
        var first = acquire("first", Duration.ZERO).orElseThrow();
        var second = acquire("second", Duration.ZERO).orElseThrow();
        var third = acquire("first", Duration.ZERO).orElseThrow();
        assertTrue(first.epoch() < second.epoch() && second.epoch() < third.epoch());
    }

    @Test
    void an_ended_lease_that_nobody_took_goes_on() {
        var lease = acquire("first", Duration.ZERO).orElseThrow();
        assertEquals(Optional.of(lease), acquire("first", LONG));
        assertEquals(Optional.empty(), acquire("second", LONG));
    }

    @Test
    void each_chain_has_a_lease_of_its_own() {
        acquire("first", LONG).orElseThrow();
        var elsewhere = ask(() -> shelf().leases().acquire(ELSEWHERE, "second", LONG));
        assertEquals("second", elsewhere.orElseThrow().owner());
    }

    @Test
    void a_lease_that_is_rolled_back_never_was() {
        rollBack(() -> shelf().leases().acquire(CHAIN, "first", LONG));
        assertEquals("second", acquire("second", LONG).orElseThrow().owner());
    }

    private Optional<Lease> acquire(String owner, Duration length) {
        return ask(() -> shelf().leases().acquire(CHAIN, owner, length));
    }
}
