package imtokenpay.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;

/// Answers whatever else was thrown, without telling the caller how we are built inside.
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(UnexpectedMapper.class.getName());

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            var status = web.getResponse().getStatus();
            return new Problem(status, status == 404 ? "not_found" : "malformed_request", words(status)).answer();
        }
        var requestId = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "request " + requestId + " failed and changed nothing", thrown);
        return new Problem(
                        500,
                        "internal_error",
                        "The fault is ours and nothing was changed. Try again; requestId finds it in the server's log.")
                .answer(requestId);
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
