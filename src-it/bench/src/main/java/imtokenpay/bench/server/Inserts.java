package imtokenpay.bench.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/// The least that any program must do to keep something: one row in one transaction, as pgbench does with a script of
/// one `insert` and `--protocol=prepared`. pgbench itself is no part of the embedded server.
final class Inserts implements AutoCloseable {
    private final List<Connection> connections;
    private final ConcurrentLinkedQueue<PreparedStatement> free = new ConcurrentLinkedQueue<>();
    private final AtomicLong number = new AtomicLong();

    Inserts(String address, int clients) {
        try {
            try (var connection = DriverManager.getConnection(address);
                    var statement = connection.prepareStatement("create table bench_history (tid int, bid int,"
                            + " aid bigint primary key, delta int, mtime timestamp, filler char(22))")) {
                statement.execute();
            }
            var opened = new ArrayList<Connection>();
            for (var client = 0; client < clients; client++) {
                var connection = DriverManager.getConnection(address);
                opened.add(connection);
                free.add(connection.prepareStatement(
                        "insert into bench_history (tid, bid, aid, delta, mtime) values (1, 1, ?, 1, now())"));
            }
            connections = List.copyOf(opened);
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    void insert() {
        var statement = free.remove();
        try {
            statement.setLong(1, number.incrementAndGet());
            statement.executeUpdate();
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        } finally {
            free.add(statement);
        }
    }

    @Override
    public void close() {
        try {
            for (var connection : connections) {
                connection.close();
            }
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
