package imtokenpay.storefront.ledger;

import imtokenpay.storefront.PaymentNotice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The statements on the table `imtoken_payment`, each on a connection whose transaction belongs to the caller.
/// Plain SQL that H2, PostgreSQL, MariaDB and MySQL share.
///
/// `open_key` is unique: the digest of order, asset and amount while the row may be asked again, and the row's
/// own reference afterwards. So two clicks at once make one row, without a lock.
///
/// What changes or locks rows finds them by a key or an index: MariaDB and MySQL lock every row that they look at.
record LedgerTable(Connection connection) {

    private static final String NAME = "imtoken_payment";

    static final TableShape SHAPE = new TableShape(
            NAME,
            """
            create table imtoken_payment (
              client_reference varchar(64) not null primary key,
              payment_id varchar(64) unique,
              open_key varchar(64) not null unique,
              order_ref varchar(64) not null,
              asset varchar(200) not null,
              amount decimal(20, 8) not null,
              currency varchar(3) not null,
              description varchar(140),
              return_url varchar(2000),
              status varchar(16) not null,
              sequence_applied bigint not null,
              told varchar(16) not null,
              asked_ms bigint default 0 not null,
              customer varchar(64) default '' not null
            )""",
            List.of(
                    TableShape.withColumn(NAME, "asked_ms", "bigint default 0 not null"),
                    TableShape.before(NAME, "asked_at", LedgerTable::takeOverTimes),
                    TableShape.withoutColumn(NAME, "asked_at"),
                    TableShape.withColumn(NAME, "customer", "varchar(64) default '' not null"),
                    TableShape.withIndex(NAME, "imtoken_payment_order", "order_ref")));

    private static final String COLUMNS =
            "client_reference, order_ref, asset, amount, currency, description, return_url, customer,"
                    + " payment_id, status, sequence_applied, told";

    void insert(Intent intent, Instant now) throws SQLException {
        update(
                "insert into imtoken_payment (client_reference, open_key, order_ref, asset, amount, currency,"
                        + " description, return_url, customer, status, sequence_applied, told, asked_ms)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'asked', -1, 'nothing', ?)",
                intent.clientReference(),
                intent.openKey(),
                intent.orderRef(),
                intent.asset(),
                intent.amount(),
                intent.currency(),
                intent.description(),
                intent.returnUrl(),
                intent.customer(),
                now.toEpochMilli());
    }

    Optional<LedgerRow> byOpenKey(String openKey) throws SQLException {
        return rows("open_key = ?", openKey).stream().findFirst();
    }

    List<LedgerRow> ofOrder(String orderRef) throws SQLException {
        return rows("order_ref = ?", orderRef);
    }

    /// By the plugin's name for it, else by ours: an event may be here before the plugin's answer is.
    Optional<LedgerRow> of(PaymentNotice payment) throws SQLException {
        Optional<LedgerRow> known =
                rows("payment_id = ?", payment.id()).stream().findFirst();
        return known.isPresent()
                ? known
                : rows("client_reference = ?", payment.clientReference()).stream()
                        .findFirst();
    }

    /// Notes the plugin's answer. Its status only replaces our own note on asking, and its sequence is never
    /// taken: the event of that sequence is still to come and must find the way free.
    void answered(String clientReference, String paymentId) throws SQLException {
        update(
                "update imtoken_payment set payment_id = ? where client_reference = ? and payment_id is null",
                paymentId,
                clientReference);
        update(
                "update imtoken_payment set status = 'awaiting' where client_reference = ?"
                        + " and status in ('asked', 'unanswered', 'refused')",
                clientReference);
    }

    void notAnswered(String clientReference, RowStatus why) throws SQLException {
        update(
                "update imtoken_payment set status = ? where client_reference = ?"
                        + " and status in ('asked', 'unanswered')",
                name(why),
                clientReference);
    }

    /// The intent is not asked again: the next click makes a new one.
    void retire(String clientReference) throws SQLException {
        update("update imtoken_payment set open_key = client_reference where client_reference = ?", clientReference);
    }

    /// Locks all payments of an order until the transaction ends, always in the same order, so that two events of
    /// one order never each take the other's payment for open.
    void lock(String orderRef) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select client_reference from imtoken_payment"
                + " where order_ref = ? order by client_reference for update")) {
            statement.setString(1, orderRef);
            statement.executeQuery().close();
        }
    }

    /// The heart: one statement is the filter for duplicates, the order of events and the lock against a second
    /// delivery at the same time.
    boolean advance(String clientReference, PaymentNotice payment) throws SQLException {
        return update(
                        "update imtoken_payment set payment_id = ?, status = ?, sequence_applied = ?"
                                + " where client_reference = ? and sequence_applied < ?"
                                + " and (payment_id = ? or payment_id is null)",
                        payment.id(),
                        name(RowStatus.of(payment.status())),
                        payment.sequence(),
                        clientReference,
                        payment.sequence(),
                        payment.id())
                == 1;
    }

    void told(String clientReference, Told told) throws SQLException {
        update("update imtoken_payment set told = ? where client_reference = ?", name(told), clientReference);
    }

    /// The store itself has ended it: its last event shall not end the order.
    void left(String clientReference) throws SQLException {
        update(
                "update imtoken_payment set told = 'released' where client_reference = ? and told = 'nothing'",
                clientReference);
    }

    /// The first version kept a `timestamp`, which is not the same moment for two nodes in different time zones.
    private static void takeOverTimes(Connection connection) throws SQLException {
        try (PreparedStatement old =
                        connection.prepareStatement("select client_reference, asked_at from imtoken_payment");
                PreparedStatement fresh = connection.prepareStatement(
                        "update imtoken_payment set asked_ms = ? where client_reference = ?");
                ResultSet rows = old.executeQuery()) {
            while (rows.next()) {
                fresh.setLong(1, rows.getTimestamp(2).getTime());
                fresh.setString(2, rows.getString(1));
                fresh.addBatch();
            }
            fresh.executeBatch();
        }
    }

    private List<LedgerRow> rows(String condition, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select " + COLUMNS + " from imtoken_payment where " + condition + " order by asked_ms desc")) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            List<LedgerRow> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        }
    }

    private int update(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static LedgerRow row(ResultSet result) throws SQLException {
        String currency = result.getString("currency");
        Intent intent = new Intent(
                result.getString("client_reference"),
                result.getString("order_ref"),
                result.getString("asset"),
                inDigitsOf(currency, result.getBigDecimal("amount")),
                currency,
                text(result, "description"),
                text(result, "return_url"),
                text(result, "customer"));
        return new LedgerRow(
                intent,
                text(result, "payment_id"),
                RowStatus.valueOf(result.getString("status").toUpperCase(Locale.ROOT)),
                result.getLong("sequence_applied"),
                Told.valueOf(result.getString("told").toUpperCase(Locale.ROOT)));
    }

    /// Some databases make an empty text null.
    private static String text(ResultSet result, String column) throws SQLException {
        return Optional.ofNullable(result.getString(column)).orElse("");
    }

    /// The column gives more digits back than were put in; the repeated request must be the same word for word.
    private static BigDecimal inDigitsOf(String currency, BigDecimal amount) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return amount.setScale(digits, RoundingMode.UNNECESSARY);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
