package imtokenpay.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.flow.setup.CheckAddresses;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.money.Asset;
import imtokenpay.store.contract.Samples;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules about slots that the database itself keeps, asked past all adapters; and what becomes of
/// slots that the version before leased.
class SlotConstraintTest {
    private static final String LATER = "timestamp with time zone '2030-01-01 00:00:00+00'";
    private static final Asset USDT = Samples.usdt(1).asset();

    static List<String> databases() {
        return List.of(StoreDatabase.h2InMemory(), StoreDatabase.postgres());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void no_adapter_can_lease_an_amount_beside_any_amount(String address) {
        try (var database = StoreDatabase.at(address, JdbcSeam.open())) {
            database.execute(
                    "insert into receiving_address values ('a', 'shared', false, 1)",
                    "insert into receiving_address values ('a', 'own', true, 2)",
                    slot("shared", 5, false),
                    slot("own", 0, true));
            for (var wrong : List.of(
                    slot("shared", 5, false),
                    slot("own", 0, true),
                    slot("shared", 0, true),
                    slot("shared", 0, false),
                    slot("own", 5, false),
                    slot("own", 5, true),
                    slot("unknown", 5, false),
                    "insert into receiving_address values ('a', 'own', false, 3)",
                    "update receiving_address set exclusive = false where receiver = 'own'",
                    "delete from receiving_address where receiver = 'own'")) {
                assertThrows(IllegalStateException.class, () -> database.execute(wrong), wrong);
            }
            assertDoesNotThrow(() -> database.execute(slot("shared", 6, false)));
        }
    }

    private static String slot(String receiver, int units, boolean exclusive) {
        return "insert into receiving_slot (asset_id, receiver, units, payment_id, leased_until, exclusive) values"
                + " ('a', '" + receiver + "', " + units + ", 'payment', " + LATER + ", " + exclusive + ")";
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_slot_of_the_version_before_stays_leased_and_its_address_shared(String address) {
        var source = StoreDatabase.source(address);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:imtokenpay/migrations")
                .table("imtoken_schema_history")
                .target("1")
                .load()
                .migrate();
        var old = "insert into receiving_slot (asset_id, receiver, units, payment_id, leased_until) values"
                + " ('a', 'shop', %d, 'payment', " + LATER + ")";
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(old.formatted(5))) {
            statement.executeUpdate();
        } catch (java.sql.SQLException wrong) {
            throw new AssertionError(wrong);
        }
        try (var database = StoreDatabase.at(address, JdbcSeam.open())) {
            assertEquals(List.of("shop false"), database.query("select receiver, exclusive from receiving_address"));
            assertEquals(List.of("5 false"), database.query("select units, exclusive from receiving_slot"));
            // A node of the version before is still there while it is replaced.
            assertDoesNotThrow(() -> database.execute(old.formatted(6)));
        }
    }

    @Test
    void the_start_is_refused_when_an_address_changes_its_use() {
        try (var database = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open())) {
            var slots = database.shelf().slots();
            var check = new CheckAddresses(slots, database.shelf().assets());
            var accepted = Samples.accepted(USDT);
            var own = new Address("own");
            var pool = new ReceivingMode.Pool(List.of(own));
            database.shelf().transactions().run(() -> {
                check.check(List.of(accepted), asset -> pool);
                slots.lease(new ReceivingSlot(accepted.receiver(), Samples.usdt(5)), "one", Instant.EPOCH);
                slots.lease(ReceivingSlot.any(own, USDT), "two", Instant.EPOCH);
                check.check(List.of(accepted), asset -> pool);
            });
            var shared = new ReceivingMode.Pool(List.of(accepted.receiver()));
            var moved = new AcceptedAsset(USDT, accepted.network(), own, accepted.finality(), accepted.standing());
            database.shelf().transactions().run(() -> {
                refused(() -> check.check(List.of(accepted), asset -> shared), "in the pool");
                refused(() -> check.check(List.of(moved), asset -> pool), "be the shared address");
            });
        }
    }

    private static void refused(Executable check, String words) {
        var complaint = assertThrows(IllegalArgumentException.class, check).getMessage();
        assertTrue(complaint.contains(words), complaint);
    }
}
