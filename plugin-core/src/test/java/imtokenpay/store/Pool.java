package imtokenpay.store;

import imtokenpay.store.JdbcSeam.Said;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// As many connections as the server's pool has in production; whoever comes later waits.
final class Pool implements DataSource, AutoCloseable {
    private static final int CONNECTIONS_MAX = 16;

    private final DataSource source;
    private final JdbcSeam seam;
    private final Semaphore free = new Semaphore(CONNECTIONS_MAX, true);
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();

    Pool(DataSource source, JdbcSeam seam) {
        this.source = source;
        this.seam = seam;
    }

    @Override
    public Connection getConnection() throws SQLException {
        free.acquireUninterruptibly();
        try {
            var connection = idle.poll();
            return lent(connection != null ? connection : opened());
        } catch (SQLException unreachable) {
            free.release();
            throw unreachable;
        }
    }

    private Connection opened() throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    private void givenBack(Connection connection) throws SQLException {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                idle.add(connection);
            }
        } finally {
            free.release();
        }
    }

    private Connection lent(Connection real) {
        return proxy(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "close" -> {
                givenBack(real);
                yield null;
            }
            case "commit" -> said(Said.COMMIT, real, () -> call(real, method, arguments));
            case "prepareStatement" -> watched((PreparedStatement) call(real, method, arguments), real);
            default -> call(real, method, arguments);
        });
    }

    private PreparedStatement watched(PreparedStatement real, Connection connection) {
        return proxy(
                PreparedStatement.class,
                (self, method, arguments) -> method.getName().startsWith("execute")
                        ? said(Said.STATEMENT, connection, () -> call(real, method, arguments))
                        : call(real, method, arguments));
    }

    private interface Saying {
        Object say() throws Throwable;
    }

    private Object said(Said said, Connection connection, Saying saying) throws Throwable {
        seam.before(said, connection);
        var answer = saying.say();
        seam.after(said, connection);
        return answer;
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Pool.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public void close() throws SQLException {
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        source.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
