package imtokenpay.adapter.jpa;

import imtokenpay.flow.start.Schema;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// Brings the database to the schema of this version, and refuses one that would lose acknowledged payments.
@Dependent
public class FlywaySchema implements Schema {
    // A lock of the session: one of a transaction idles as long as the migration takes, and ends where the database
    // lets none idle for so long (docs/operate.md).
    private static final Map<String, String> LOCK = Map.of("flyway.postgresql.transactional.lock", "false");

    @Resource(lookup = "java:app/jdbc/imtoken")
    private @Nullable DataSource database;

    @Override
    public void check() {
        DatabaseCheck.check(given());
    }

    @Override
    public void bringUpToDate() {
        Flyway.configure(FlywaySchema.class.getClassLoader())
                .configuration(LOCK)
                .dataSource(given())
                .locations("classpath:imtokenpay/migrations")
                .table("imtoken_schema_history")
                .load()
                .migrate();
    }

    private DataSource given() {
        if (database == null) {
            throw new IllegalStateException("the container gave no data source java:app/jdbc/imtoken");
        }
        return database;
    }
}
