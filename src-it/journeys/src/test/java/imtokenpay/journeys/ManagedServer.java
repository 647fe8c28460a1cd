package imtokenpay.journeys;

import imtokenpay.demo.Plan;
import imtokenpay.demo.Site;
import imtokenpay.outside.Await;
import imtokenpay.server.Boot;
import imtokenpay.server.Built;
import imtokenpay.server.ServerLog;
import imtokenpay.story.Devnet;
import java.nio.file.Path;
import java.time.Duration;

/// The server that Arquillian starts and stops. Arquillian learns here what to start, before it reads its
/// settings.
final class ManagedServer extends Site {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /// Payara Micro numbers its log files; this is the newest.
    private static final String CURRENT = ".0";

    ManagedServer(Plan plan, Devnet devnet) {
        super(plan, devnet, new ServerLog(Path.of(Boot.log(plan.home()) + CURRENT)));
    }

    /// Arquillian's container takes these; its own random port would be known too late.
    void announce(Built built) {
        System.setProperty("payara.microJar", built.payaraMicro().toString());
        System.setProperty("payara.startupTimeoutInSeconds", "400");
        System.setProperty("payara.randomHttpPort", "false");
        System.setProperty("payara.autoBindHttp", "false");
        System.setProperty("payara.consoleOutput", "false");
        System.setProperty("payara.cmdOptions", boot().jvmOptions());
        System.setProperty(
                "payara.extraMicroOptions",
                String.join(" ", boot().microOptions()) + " --logtofile " + Boot.log(boot().home()) + " --deploy "
                        + built.shopWar());
    }

    void awaitReady() {
        Await.until("both applications are ready; see " + boot().home(), START_LIMIT, this::ready);
    }

    @Override
    public void crash() {
        throw new UnsupportedOperationException("Arquillian owns this process");
    }

    @Override
    public void restart() {
        throw new UnsupportedOperationException("Arquillian owns this process");
    }
}
