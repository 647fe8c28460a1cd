package imtokenpay.adapter.jpa;

import imtokenpay.flow.start.Schema;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// Brings the database to the schema of this version, and refuses one that would lose acknowledged payments.
@Dependent
public class FlywaySchema implements Schema {
    @Resource(lookup = "java:app/jdbc/imtoken")
    private @Nullable DataSource database;

    @Override
    public void check() {
        DatabaseCheck.check(given());
    }

    @Override
    public void bringUpToDate() {
        Flyway.configure(FlywaySchema.class.getClassLoader())
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
