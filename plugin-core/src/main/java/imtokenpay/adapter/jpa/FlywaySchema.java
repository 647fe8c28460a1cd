package imtokenpay.adapter.jpa;

import imtokenpay.flow.start.Schema;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// Brings the database to the schema of this version, and refuses one that would lose acknowledged payments.
@Dependent
public class FlywaySchema implements Schema {
    @Resource(lookup = "java:app/jdbc/imtoken")
    private @Nullable DataSource database;

    @Override
    public void bringUpToDate() {
        if (database == null) {
            throw new IllegalStateException("the container gave no data source java:app/jdbc/imtoken");
        }
        refuseForgetfulH2(database);
        Flyway.configure(FlywaySchema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:imtokenpay/migrations")
                .table("imtoken_schema_history")
                .load()
                .migrate();
    }

    // H2 writes behind by default: a kill -9 loses up to half a second of payments that were acknowledged.
    private static void refuseForgetfulH2(DataSource database) {
        try (var connection = database.getConnection()) {
            var url = connection.getMetaData().getURL();
            if (!url.startsWith("jdbc:h2:") || url.startsWith("jdbc:h2:mem:")) {
                return;
            }
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select setting_value from information_schema.settings"
                            + " where setting_name = 'WRITE_DELAY'")) {
                if (rows.next() && !rows.getString(1).equals("0")) {
                    throw new IllegalStateException("The H2 database writes late (WRITE_DELAY=" + rows.getString(1)
                            + " ms) and would lose payments when the server is killed."
                            + " Add ;WRITE_DELAY=0 to imtoken.db.url.");
                }
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException(
                    "The database cannot be reached: " + unreachable.getMessage() + ". Check imtoken.db.url.",
                    unreachable);
        }
    }
}
