package imtokenpay.api.problem;

import imtokenpay.flow.monitor.PaymentMonitor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/// Answers whatever else was thrown, without telling the caller how we are built inside.
@Provider
@Dependent
public class UnexpectedMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(UnexpectedMapper.class.getName());

    private final PaymentMonitor monitor;

    @Inject
    public UnexpectedMapper(PaymentMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            var status = web.getResponse().getStatus();
            var problem = new Problem(status, status == 404 ? "not_found" : "malformed_request", words(status));
            monitor.refused(problem.code());
            return problem.answer();
        }
        var requestId = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "request " + requestId + " failed and changed nothing", thrown);
        var problem = new Problem(
                500,
                "internal_error",
                "The fault is ours and nothing was changed. Try again; requestId finds it in the server's log.");
        monitor.refused(problem.code());
        return problem.answer(requestId);
    }

    private static String words(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this address. docs/api.md lists the calls.";
            case 405 -> "This address does not take that method. docs/api.md lists the calls.";
            case 406, 415 -> "Bodies are JSON: send Content-Type and Accept application/json.";
            default -> "The request cannot be understood.";
        };
    }
}
