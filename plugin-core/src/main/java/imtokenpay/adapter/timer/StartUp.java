package imtokenpay.adapter.timer;

import imtokenpay.flow.start.StartPlugin;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/// Starts the plugin before any timer runs. What it throws ends the deployment, which is what a wrong
/// configuration should do.
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class StartUp {
    @Inject
    private @Nullable StartPlugin plugin;

    @PostConstruct
    void start() {
        java.util.Objects.requireNonNull(plugin).start();
    }
}
