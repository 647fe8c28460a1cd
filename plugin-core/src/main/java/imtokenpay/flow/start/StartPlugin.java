package imtokenpay.flow.start;

import imtokenpay.flow.Pass;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.monitor.WatchMonitor;
import imtokenpay.flow.setup.FollowSettings;
import imtokenpay.merchant.Owners;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// What happens once at start: the schema is brought up to date, the settings are brought into use,
/// and where nobody may enter the admin screens yet, a one-time token for that is written to the log.
@Pass
public class StartPlugin {
    private static final Logger LOG = System.getLogger(StartPlugin.class.getName());

    private final Schema schema;
    private final Provider<FollowSettings> follow;
    private final Provider<FirstOwner> first;
    private final SetUpToken token;
    private final WatchMonitor monitor;

    @Inject
    public StartPlugin(
            Schema schema,
            Provider<FollowSettings> follow,
            Provider<FirstOwner> first,
            SetUpToken token,
            WatchMonitor monitor) {
        this.schema = schema;
        this.follow = follow;
        this.first = first;
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
        follow.get().follow();
        if (first.get().isMissing()) {
            LOG.log(
                    Level.WARNING,
                    "Nobody may enter the admin screens yet. Open admin/setup below the public address;"
                            + " one-time set-up token: {0}",
                    token.text());
        }
    }

    /// Whether anybody may enter the admin screens.
    @UseCase
    public static class FirstOwner {
        private final Owners owners;

        /// The settings are asked for so that a mistake in one of them ends the start, and not the
        /// first log-in.
        @Inject
        public FirstOwner(Owners owners, EarlySettings settings) {
            this.owners = owners;
        }

        /// Whether nobody may yet.
        public boolean isMissing() {
            return owners.isEmpty();
        }
    }
}
