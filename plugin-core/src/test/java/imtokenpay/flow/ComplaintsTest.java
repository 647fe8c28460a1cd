package imtokenpay.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComplaintsTest {
    private static final String NAME = ComplaintsTest.class.getName();
    private static final IllegalStateException AWAY =
            new IllegalStateException("query failed", new IllegalStateException("connection refused"));

    // Held, since a logger that nobody holds forgets its handlers.
    private final Logger logger = Logger.getLogger(NAME);
    private final List<String> lines = new ArrayList<>();
    private final Handler ear = new Ear();
    private Duration now = Duration.ofDays(-3);
    private final Complaints complaints =
            new LoggedComplaints(System.getLogger(NAME), "the outbox could not be read", () -> now.toNanos());

    @BeforeEach
    void listens() {
        logger.setUseParentHandlers(false);
        logger.addHandler(ear);
    }

    @AfterEach
    void listens_no_more() {
        logger.removeHandler(ear);
    }

    @Test
    void all_of_it_is_said_at_first_then_a_line_a_minute_and_once_that_it_is_over() {
        for (var second = 0; second < 130; second++) {
            complaints.failed(AWAY);
            now = now.plusSeconds(1);
        }
        complaints.well();
        complaints.well();
        complaints.failed(AWAY);
        assertEquals(
                List.of(
                        "the outbox could not be read with its stack",
                        "the outbox could not be read; failed 61 times so far. connection refused",
                        "the outbox could not be read; failed 121 times so far. connection refused",
                        "the outbox could not be read: over after 130 failures",
                        "the outbox could not be read with its stack"),
                lines);
    }

    @Test
    void what_works_says_nothing() {
        complaints.well();
        assertEquals(List.of(), lines);
    }

    private final class Ear extends Handler {
        @Override
        public void publish(LogRecord record) {
            var text = record.getParameters() == null
                    ? record.getMessage()
                    : MessageFormat.format(record.getMessage(), record.getParameters());
            lines.add(text + (record.getThrown() == null ? "" : " with its stack"));
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
