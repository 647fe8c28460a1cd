package imtokenpay.flow.deliver;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What a log says while somebody listens, kept from the console.
public final class HeardLog extends Handler implements AutoCloseable {
    private final Logger log;
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    private HeardLog(Logger log) {
        this.log = log;
    }

    /// Listens to a log until it is closed.
    public static HeardLog of(Logger log) {
        var heard = new HeardLog(log);
        log.setUseParentHandlers(false);
        log.addHandler(heard);
        return heard;
    }

    /// What it has said so far.
    public List<LogRecord> records() {
        return records;
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        log.removeHandler(this);
        log.setUseParentHandlers(true);
    }
}
