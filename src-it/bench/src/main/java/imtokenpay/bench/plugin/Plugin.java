package imtokenpay.bench.plugin;

import imtokenpay.bench.client.OurReader;
import imtokenpay.chain.Finality;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.Pace;
import imtokenpay.flow.monitor.WatchMonitor;
import imtokenpay.flow.watch.Look;
import imtokenpay.flow.watch.WatchChain;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// One plugin that watches one chain, looked at by hand and with a clock of its own.
public final class Plugin implements AutoCloseable {
    private static final int CONFIRMATIONS = 12;

    private final StoreDatabase database;
    private final WatchChain watch;
    private final WatchedChain chain;
    private Instant now = Instant.EPOCH;

    /// @param address the database's JDBC address
    public Plugin(String address, ChainReader reader) {
        database = StoreDatabase.at(address, JdbcSeam.open());
        InstantSource clock = () -> now;
        var steps = new Steps(database.shelf(), clock);
        watch = new WatchChain(steps.state(), steps.record(), steps.demand(), new WatchMonitor() {}, clock);
        chain = new WatchedChain(reader, new Pace.Fixed(Duration.ZERO));
        var receiver = OurReader.receivers(1).iterator().next();
        var accepted = new AcceptedAsset(
                OurReader.TOKEN,
                "Canned",
                receiver,
                new Finality.Depth(CONFIRMATIONS),
                new AcceptedAsset.Standing(false, true));
        database.shelf().transactions().run(() -> database.shelf().assets().provide(accepted));
    }

    /// Sets the clock.
    public void at(Instant moment) {
        now = moment;
    }

    /// Looks at the chain once.
    public Look look() {
        return watch.look(chain, "bench");
    }

    /// Runs a statement of the bench's own.
    public void execute(String statement) {
        database.execute(statement);
    }

    /// Asks the database a question of the bench's own.
    public List<String> query(String question) {
        return database.query(question);
    }

    @Override
    public void close() {
        database.close();
    }
}
