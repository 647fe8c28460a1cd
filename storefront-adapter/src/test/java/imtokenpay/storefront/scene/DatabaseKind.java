package imtokenpay.storefront.scene;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;

/// The databases that stores keep their orders in.
public enum DatabaseKind {
    H2(() -> "jdbc:h2:mem:" + UUID.randomUUID() + ";USER=sa;PASSWORD=sa"),
    H2_AS_MYSQL(() -> H2.address() + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE"),
    POSTGRESQL(PostgresServer::newDatabase),
    MARIADB(MariaServer::newDatabase);

    private final Supplier<String> made;

    DatabaseKind(Supplier<String> made) {
        this.made = made;
    }

    /// The address of a new, empty database.
    String address() {
        return made.get();
    }

    static Connection connect(String address) throws SQLException {
        return DriverManager.getConnection(address);
    }
}
