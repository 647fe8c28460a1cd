package imtokenpay.store;

import imtokenpay.adapter.jpa.FlywaySchema;
import imtokenpay.adapter.jpa.audit.JpaAudit;
import imtokenpay.adapter.jpa.campaign.JpaCampaigns;
import imtokenpay.adapter.jpa.campaign.JpaDiscounts;
import imtokenpay.adapter.jpa.chain.JpaChainCursors;
import imtokenpay.adapter.jpa.chain.JpaWatchLease;
import imtokenpay.adapter.jpa.count.JpaPaymentCounts;
import imtokenpay.adapter.jpa.factor.JpaSecondFactors;
import imtokenpay.adapter.jpa.merchant.JpaAcceptedAssets;
import imtokenpay.adapter.jpa.merchant.JpaFreshAddresses;
import imtokenpay.adapter.jpa.merchant.JpaOwnerNews;
import imtokenpay.adapter.jpa.merchant.JpaOwners;
import imtokenpay.adapter.jpa.merchant.JpaReceivingSlots;
import imtokenpay.adapter.jpa.merchant.JpaSavedFilters;
import imtokenpay.adapter.jpa.merchant.JpaStoreKeys;
import imtokenpay.adapter.jpa.monitor.JpaInventory;
import imtokenpay.adapter.jpa.notice.JpaNotices;
import imtokenpay.adapter.jpa.payment.JpaIdempotencyKeys;
import imtokenpay.adapter.jpa.payment.JpaLedger;
import imtokenpay.adapter.jpa.payment.JpaPaymentList;
import imtokenpay.adapter.jpa.payment.JpaPaymentSearch;
import imtokenpay.adapter.jpa.payment.JpaPayments;
import imtokenpay.adapter.jpa.payment.JpaReports;
import imtokenpay.adapter.jpa.refund.JpaPayouts;
import imtokenpay.adapter.jpa.refund.JpaRefundReport;
import imtokenpay.adapter.jpa.refund.JpaRefunds;
import imtokenpay.adapter.jpa.resolve.JpaDecisions;
import imtokenpay.adapter.jpa.retain.JpaPersonalTexts;
import imtokenpay.adapter.jpa.setting.JpaKeptSettings;
import imtokenpay.adapter.jpa.setting.JpaPendingChanges;
import imtokenpay.adapter.jpa.setting.JpaTakings;
import imtokenpay.adapter.jpa.webhook.JpaDeliveryList;
import imtokenpay.adapter.jpa.webhook.JpaDisabledEndpoints;
import imtokenpay.adapter.jpa.webhook.JpaEventFeed;
import imtokenpay.adapter.jpa.webhook.JpaFailedDeliveries;
import imtokenpay.adapter.jpa.webhook.JpaOutbox;
import imtokenpay.adapter.vault.AesVault;
import imtokenpay.adapter.vault.SettingsKey;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// The production adapters in a plain JVM, on a real database with the production schema.
public final class StoreDatabase implements AutoCloseable {
    // The options of the product's own address (plugin-war, web.xml).
    private static final String H2_OPTIONS = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
    private static final SettingsKey KEY = new SettingsKey(Optional.of("A".repeat(43) + "="), Optional.empty());
    private static final List<String> TABLES = List.of(
            "kept_setting",
            "pending_change",
            "notice",
            "notice_topic",
            "webhook_disabled",
            "accepted_asset",
            "payment",
            "payment_stir",
            "payment_count",
            "receiving_slot",
            "receiving_address",
            "shown_count",
            "fresh_address",
            "chain_cursor",
            "chain_block",
            "transfer",
            "decision",
            "refund",
            "refund_address",
            "refund_slot",
            "payout",
            "webhook_event",
            "webhook_attempt",
            "feed",
            "idempotency_key",
            "campaign",
            "discount_hold",
            "first_order",
            "recovery_code",
            "second_factor",
            "saved_filter",
            "shop_owner",
            "owner_news",
            "api_key",
            "audit_row");

    // A refused write is what many tests want to see; it need not be logged too. Held, since a logger that nobody holds
    // forgets its level.
    private static final List<Logger> CHATTY = Stream.of("org.hibernate", "org.flywaydb", "io.zonky.test", "imtokenpay")
            .map(Logger::getLogger)
            .toList();

    static {
        CHATTY.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private final DataSource source;
    private final Pool pool;
    private final EntityManagerFactory factory;
    private final Shelf shelf;

    private StoreDatabase(String address, JdbcSeam seam) {
        source = source(address);
        schema(source).bringUpToDate();
        pool = new Pool(source, seam);
        factory = Persistence.createEntityManagerFactory(
                "imtoken-in-a-plain-jvm", Map.of("jakarta.persistence.nonJtaDataSource", pool));
        shelf = shelf(new BoundEntities(factory));
    }

    /// Opens the database at that JDBC address and brings its schema up to date.
    public static StoreDatabase at(String address, JdbcSeam seam) {
        return new StoreDatabase(address, seam);
    }

    /// The address of a new H2 database that lives as long as it is open.
    public static String h2InMemory() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + H2_OPTIONS + ";DB_CLOSE_DELAY=-1";
    }

    /// The address of an H2 database in a file, as the product has it by default.
    public static String h2File(Path folder) {
        return "jdbc:h2:" + folder.resolve("imtoken").toAbsolutePath() + H2_OPTIONS + ";WRITE_DELAY=0";
    }

    /// The address of a new database on a real PostgreSQL.
    public static String postgres() {
        return PostgresServer.newDatabase();
    }

    /// Everything that is kept in it.
    public Shelf shelf() {
        return shelf;
    }

    /// Takes everything out of it.
    public StoreDatabase emptied() {
        execute(TABLES.stream().map("delete from "::concat).toArray(String[]::new));
        execute("update audit_head set number = 0, seal = repeat('0', 64)", "update setting_version set version = 0");
        return this;
    }

    /// Runs statements of the test's own in one transaction, past all adapters.
    public void execute(String... statements) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (var statement : statements) {
                try (var prepared = connection.prepareStatement(statement)) {
                    prepared.executeUpdate();
                }
            }
            connection.commit();
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /// Asks a question of the test's own, past all adapters; gives each row as its values with blanks between.
    public List<String> query(String question) {
        try (var connection = source.getConnection();
                var prepared = connection.prepareStatement(question);
                var rows = prepared.executeQuery()) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                var values = new ArrayList<String>();
                for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(text(rows, i));
                }
                lines.add(String.join(" ", values));
            }
            return lines;
        } catch (SQLException wrong) {
            throw new IllegalStateException(question, wrong);
        }
    }

    // The same words from every database.
    private static String text(ResultSet rows, int column) throws SQLException {
        return switch (rows.getMetaData().getColumnTypeName(column)) {
            case "timestamptz", "TIMESTAMP WITH TIME ZONE" ->
                Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
                        .map(time -> time.toInstant().toString())
                        .orElse("null");
            case "bool", "BOOLEAN" -> String.valueOf(rows.getObject(column));
            default -> String.valueOf(rows.getString(column));
        };
    }

    @Override
    public void close() {
        factory.close();
        try {
            pool.close();
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    static DataSource source(String address) {
        if (address.startsWith("jdbc:h2:")) {
            var h2 = new JdbcDataSource();
            h2.setURL(address);
            h2.setUser("imtoken");
            h2.setPassword("imtoken");
            return h2;
        }
        var postgres = new PGSimpleDataSource();
        postgres.setUrl(address);
        return postgres;
    }

    /// The production migrations; in production the container hands them their data source.
    static FlywaySchema schema(DataSource source) {
        try {
            var schema = new FlywaySchema();
            var field = FlywaySchema.class.getDeclaredField("database");
            field.setAccessible(true);
            field.set(schema, source);
            return schema;
        } catch (ReflectiveOperationException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    private static Shelf shelf(BoundEntities transactions) {
        var entities = transactions.proxy();
        return new Shelf(
                transactions,
                new Shelf.Watching(
                        new JpaChainCursors(entities),
                        new JpaWatchLease(entities),
                        new JpaInventory(entities),
                        new JpaPaymentCounts(entities, new JpaPaymentSearch(entities))),
                new Shelf.Merchant(
                        new JpaAcceptedAssets(entities),
                        new JpaReceivingSlots(entities),
                        new JpaFreshAddresses(entities),
                        new Shelf.People(
                                new JpaOwners(entities),
                                new JpaSecondFactors(entities, new AesVault(KEY)),
                                new JpaOwnerNews(entities),
                                new JpaSavedFilters(entities)),
                        new JpaStoreKeys(entities)),
                new Shelf.Money(
                        new JpaPayments(entities, InstantSource.system()),
                        new Shelf.Lists(new JpaPaymentList(entities), new JpaPaymentSearch(entities)),
                        new JpaLedger(entities),
                        new JpaIdempotencyKeys(entities),
                        new Shelf.Decided(
                                new JpaDecisions(entities),
                                new JpaAudit(entities, InstantSource.system()),
                                new Shelf.Choices(
                                        new JpaKeptSettings(entities, new AesVault(KEY)),
                                        new JpaPendingChanges(entities, new AesVault(KEY)),
                                        new JpaTakings(entities))),
                        new Shelf.Back(new JpaRefunds(entities), new JpaPayouts(entities)),
                        new Shelf.Off(new JpaCampaigns(entities), new JpaDiscounts(entities)),
                        new Shelf.Books(
                                new JpaReports(entities),
                                new JpaRefundReport(entities),
                                new JpaPersonalTexts(entities))),
                new Shelf.Told(
                        new JpaOutbox(entities),
                        new JpaEventFeed(entities),
                        new JpaDisabledEndpoints(entities),
                        new JpaFailedDeliveries(entities),
                        new JpaDeliveryList(entities),
                        new JpaNotices(entities)));
    }
}
