package imtokenpay.demo;

import imtokenpay.server.Boot;
import imtokenpay.server.Built;
import imtokenpay.server.PayaraMicro;
import imtokenpay.server.ServerLog;
import imtokenpay.story.Devnet;
import java.util.function.Consumer;

/// A server that is run by a launcher of our own, so that it can be killed and started again.
public final class OwnServer extends Site {
    private final Built built;
    private PayaraMicro micro;

    private OwnServer(Plan plan, Devnet devnet, Built built) {
        super(plan, devnet, new ServerLog(Boot.log(plan.home())));
        this.built = built;
        this.micro = PayaraMicro.start(boot(), built);
    }

    /// Starts the server; `awaitReady` tells when it can be used.
    static OwnServer start(Plan plan, Devnet devnet, Built built) {
        return new OwnServer(plan, devnet, built);
    }

    void awaitReady(Consumer<String> teller) {
        micro.awaitReady(this::ready, teller);
    }

    /// The server's process.
    public long pid() {
        return micro.pid();
    }

    /// Returns when the server process has ended.
    void awaitEnd() {
        micro.awaitEnd();
    }

    @Override
    public void crash() {
        micro.killHard();
    }

    @Override
    public void restart() {
        micro = PayaraMicro.start(boot(), built);
        awaitReady(line -> {});
    }

    @Override
    public void close() {
        micro.close();
        super.close();
    }
}
