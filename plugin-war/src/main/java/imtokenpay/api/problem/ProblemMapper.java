package imtokenpay.api.problem;

import imtokenpay.flow.monitor.PaymentMonitor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/// Answers a problem.
@Provider
@Dependent
public class ProblemMapper implements ExceptionMapper<Problem> {
    private final PaymentMonitor monitor;

    @Inject
    public ProblemMapper(PaymentMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public Response toResponse(Problem problem) {
        monitor.refused(problem.code());
        return problem.answer();
    }
}
