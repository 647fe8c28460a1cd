package imtokenpay.flow.start;

import imtokenpay.flow.Pass;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.monitor.WatchMonitor;
import imtokenpay.flow.show.CheckoutAddresses;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.Owners;
import imtokenpay.merchant.Stores;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// What happens once at start: the schema is brought up to date, the configured assets are provided, and where
/// nobody may enter the admin screens yet, a one-time token for that is written to the log.
@Pass
public class StartPlugin {
    private static final Logger LOG = System.getLogger(StartPlugin.class.getName());

    private final Schema schema;
    private final Provider<CheckAddresses> check;
    private final Provider<ProvideAssets> provide;
    private final SetUpToken token;
    private final WatchMonitor monitor;

    @Inject
    public StartPlugin(
            Schema schema,
            Provider<CheckAddresses> check,
            Provider<ProvideAssets> provide,
            SetUpToken token,
            WatchMonitor monitor) {
        this.schema = schema;
        this.check = check;
        this.provide = provide;
        this.token = token;
        this.monitor = monitor;
    }

    /// Starts, or says why not.
    ///
    /// @throws IllegalStateException or [IllegalArgumentException] in words for the integrator
    public void start() {
        try {
            prepare();
            monitor.started();
        } catch (RuntimeException wrong) {
            // The one place that logs and throws: the server buries the reason under its own hundred lines.
            LOG.log(Level.ERROR, "imToken Pay does not start. {0}", reason(wrong));
            throw wrong;
        }
    }

    private static String reason(Throwable wrong) {
        var cause = wrong;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private void prepare() {
        schema.check();
        schema.bringUpToDate();
        check.get().check();
        var setUpNeeded = provide.get().provide();
        if (setUpNeeded) {
            LOG.log(
                    Level.WARNING,
                    "Nobody may enter the admin screens yet. Open admin/setup below the public address;"
                            + " one-time set-up token: {0}",
                    token.text());
        }
    }

    /// Brings the configured assets into the database.
    @UseCase
    public static class ProvideAssets {
        private final Provision provision;
        private final AcceptedAssets assets;
        private final Owners owners;

        /// The stores and addresses are asked for so that a mistake in their configuration ends the start, too.
        @Inject
        public ProvideAssets(
                Provision provision, AcceptedAssets assets, Owners owners, Stores stores, CheckoutAddresses addresses) {
            this.provision = provision;
            this.assets = assets;
            this.owners = owners;
        }

        /// Provides them.
        ///
        /// @return whether nobody may enter the admin screens yet
        public boolean provide() {
            provision.assets().forEach(assets::provide);
            return owners.isEmpty();
        }
    }
}
