package imtokenpay.storefront.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.storefront.scene.Database;
import imtokenpay.storefront.scene.DatabaseKind;
import imtokenpay.storefront.scene.Example;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class OlderTableTest {

    private static final String FIRST_VERSION = """
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
              asked_at timestamp not null
            )""";

    private static final String FIRST_ROW = """
            insert into imtoken_payment (client_reference, open_key, order_ref, asset, amount, currency, status,
              sequence_applied, told, asked_at)
            values ('r%1$s', 'k%1$s', '1042', 'eip155:1/slip44:60', %2$s, 'USD', 'expired', 3, 'released', '%3$s')""";
    private final Database database;
    private final Ledger ledger;

    OlderTableTest(DatabaseKind kind) {
        database = new Database(kind);
        ledger = new Ledger(database, () -> Instant.parse("2026-11-23T10:00:00Z"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_table_of_the_first_version_is_brought_up_to_date_by_two_nodes_at_once() {
        database.execute(FIRST_VERSION);
        database.execute(
                FIRST_ROW.formatted("1", "1", "2026-11-20 10:00:00"),
                FIRST_ROW.formatted("3", "3", "2026-11-22 10:00:00"),
                FIRST_ROW.formatted("2", "2", "2026-11-21 10:00:00"));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(ledger::create);
            threads.submit(ledger::create);
        }
        ledger.create();
        ledger.intend(new Intent("new", "1042", Example.ETH, new BigDecimal("7.00"), "USD", "", ""));
        List<String> youngestFirst = ledger.ofOrder("1042").stream()
                .map(row -> row.intent().amount().toPlainString())
                .toList();
        assertEquals(List.of("7.00", "3.00", "2.00", "1.00"), youngestFirst);
    }
}
