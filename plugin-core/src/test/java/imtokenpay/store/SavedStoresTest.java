package imtokenpay.store;

import imtokenpay.store.contract.SavedFiltersContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/// What people save for themselves, on the databases of the product.
class SavedStoresTest {
    private static StoreDatabase h2;
    private static StoreDatabase postgres;

    @BeforeAll
    static void open() {
        h2 = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open());
        postgres = StoreDatabase.at(StoreDatabase.postgres(), JdbcSeam.open());
    }

    @AfterAll
    static void close() {
        h2.close();
        postgres.close();
    }

    @Nested
    class OnH2 extends SavedFiltersContract {
        @Override
        protected StoreDatabase database() {
            return h2;
        }
    }

    @Nested
    class OnPostgres extends SavedFiltersContract {
        @Override
        protected StoreDatabase database() {
            return postgres;
        }
    }
}
