package imtokenpay.store;

import imtokenpay.store.contract.EndingContract;
import imtokenpay.store.contract.NoticesContract;
import imtokenpay.store.contract.PendingContract;
import imtokenpay.store.contract.StolenContract;
import imtokenpay.store.contract.SuspendedContract;
import imtokenpay.store.contract.TakeoverContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/// What waits until it takes effect, and mail that waits to be sent, on the databases of the product.
class GuardedStoresTest {
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
    class OnH2 extends PendingContract {
        @Override
        protected StoreDatabase database() {
            return h2;
        }
    }

    @Nested
    class OnPostgres extends PendingContract {
        @Override
        protected StoreDatabase database() {
            return postgres;
        }
    }

    @Nested
    class NoticesOnH2 extends NoticesContract {
        @Override
        protected StoreDatabase database() {
            return h2;
        }
    }

    @Nested
    class NoticesOnPostgres extends NoticesContract {
        @Override
        protected StoreDatabase database() {
            return postgres;
        }
    }

    @Nested
    class StolenOnH2 extends StolenContract {
        @Override
        protected StoreDatabase database() {
            return h2;
        }
    }

    @Nested
    class StolenOnPostgres extends StolenContract {
        @Override
        protected StoreDatabase database() {
            return postgres;
        }
    }

    @Nested
    class TakeoverOnH2 extends TakeoverContract {
        @Override
        protected StoreDatabase database() {
            return h2;
        }
    }

    @Nested
    class TakeoverOnPostgres extends TakeoverContract {
        @Override
        protected StoreDatabase database() {
            return postgres;
        }
    }

    @Nested
    class SuspendedOnH2 extends SuspendedContract {
        @Override
        protected StoreDatabase database() {
            return h2;
        }
    }

    @Nested
    class SuspendedOnPostgres extends SuspendedContract {
        @Override
        protected StoreDatabase database() {
            return postgres;
        }
    }

    @Nested
    class EndingOnH2 extends EndingContract {
        @Override
        protected StoreDatabase database() {
            return h2;
        }
    }

    @Nested
    class EndingOnPostgres extends EndingContract {
        @Override
        protected StoreDatabase database() {
            return postgres;
        }
    }
}
