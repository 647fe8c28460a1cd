package imtokenpay.store;

import imtokenpay.store.contract.CountRacesContract;
import imtokenpay.store.contract.CountsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/// What is kept counted, on the databases of the product.
class CountedStoresTest {
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
    class OnH2 extends CountsContract {
        @Override
        protected StoreDatabase database() {
            return h2;
        }
    }

    @Nested
    class OnPostgres extends CountsContract {
        @Override
        protected StoreDatabase database() {
            return postgres;
        }
    }

    @Nested
    class RacesOnH2 extends CountRacesContract {
        @Override
        protected StoreDatabase database() {
            return h2;
        }
    }

    @Nested
    class RacesOnPostgres extends CountRacesContract {
        @Override
        protected StoreDatabase database() {
            return postgres;
        }
    }
}
