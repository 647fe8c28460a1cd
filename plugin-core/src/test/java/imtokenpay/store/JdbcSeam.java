package imtokenpay.store;

import java.sql.Connection;
import java.sql.SQLException;

/// Stands between Hibernate and the database, so that a test can let things go wrong exactly there.
public interface JdbcSeam {
    /// What is said to the database.
    enum Said {
        STATEMENT,
        COMMIT
    }

    /// Something is about to be said.
    void before(Said said, Connection connection) throws SQLException;

    /// It was said, and the database has answered.
    void after(Said said, Connection connection) throws SQLException;

    /// Lets everything pass.
    static JdbcSeam open() {
        return new JdbcSeam() {
            @Override
            public void before(Said said, Connection connection) {}

            @Override
            public void after(Said said, Connection connection) {}
        };
    }
}
