package imtokenpay.store;

import imtokenpay.store.contract.AuditContract;
import imtokenpay.store.contract.CampaignRacesContract;
import imtokenpay.store.contract.CampaignsContract;
import imtokenpay.store.contract.ChainCursorsContract;
import imtokenpay.store.contract.DeedsContract;
import imtokenpay.store.contract.DeliveryListContract;
import imtokenpay.store.contract.EventFeedContract;
import imtokenpay.store.contract.FindContract;
import imtokenpay.store.contract.IdempotencyKeysContract;
import imtokenpay.store.contract.InventoryContract;
import imtokenpay.store.contract.LedgerContract;
import imtokenpay.store.contract.LivePriceContract;
import imtokenpay.store.contract.MendingContract;
import imtokenpay.store.contract.MerchantContract;
import imtokenpay.store.contract.OutboxContract;
import imtokenpay.store.contract.OwnAddressesContract;
import imtokenpay.store.contract.PaymentListContract;
import imtokenpay.store.contract.PaymentsContract;
import imtokenpay.store.contract.RacesContract;
import imtokenpay.store.contract.ReceivingSlotsContract;
import imtokenpay.store.contract.RecordingContract;
import imtokenpay.store.contract.RefundsContract;
import imtokenpay.store.contract.ReportsContract;
import imtokenpay.store.contract.ResolvingContract;
import imtokenpay.store.contract.RetentionContract;
import imtokenpay.store.contract.SettingsContract;
import imtokenpay.store.contract.StoreKeysContract;
import imtokenpay.store.contract.StoryContract;
import imtokenpay.store.contract.WatchLeaseContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/// Every contract on an H2 file, as the product keeps it where nothing else is configured.
class H2FileTest {
    @TempDir
    static Path folder;

    private static StoreDatabase database;

    @BeforeAll
    static void open() {
        database = StoreDatabase.at(StoreDatabase.h2File(folder), JdbcSeam.open());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Nested
    class Audit extends AuditContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class CampaignRaces extends CampaignRacesContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Campaigns extends CampaignsContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class ChainCursors extends ChainCursorsContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Deeds extends DeedsContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class DeliveryList extends DeliveryListContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class EventFeed extends EventFeedContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Find extends FindContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class IdempotencyKeys extends IdempotencyKeysContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Inventory extends InventoryContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Ledger extends LedgerContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class LivePrice extends LivePriceContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Mending extends MendingContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Merchant extends MerchantContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Outbox extends OutboxContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class OwnAddresses extends OwnAddressesContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class PaymentList extends PaymentListContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Payments extends PaymentsContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Races extends RacesContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class ReceivingSlots extends ReceivingSlotsContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Recording extends RecordingContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Refunds extends RefundsContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Reports extends ReportsContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Resolving extends ResolvingContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Retention extends RetentionContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Settings extends SettingsContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class StoreKeys extends StoreKeysContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class Story extends StoryContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }

    @Nested
    class WatchLease extends WatchLeaseContract {
        @Override
        protected StoreDatabase database() {
            return database;
        }
    }
}
