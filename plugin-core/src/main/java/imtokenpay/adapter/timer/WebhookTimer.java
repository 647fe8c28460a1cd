package imtokenpay.adapter.timer;

import imtokenpay.flow.deliver.DeliveryLanes;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Has the outbox looked into from the moment on that the plugin has started.
@Startup
@Singleton
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class WebhookTimer {
    @Inject
    private @Nullable DeliveryLanes lanes;

    @Resource
    private @Nullable ContextService contexts;

    @PostConstruct
    void start() {
        Objects.requireNonNull(lanes).begin(Objects.requireNonNull(contexts).currentContextExecutor());
    }
}
