package imtokenpay.storefront.receiver;

import imtokenpay.storefront.ImtokenPay;
import jakarta.inject.Inject;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;

/// The door for the plugin's webhooks, and the hook on which the store's life hangs the reading of the feed. Reads
/// bytes, never form fields, and leaves the session alone.
public class WebhookServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int LIMIT = 64 * 1024;

    private final transient Receiver receiver;
    private final transient FeedSchedule feed;
    private final transient ImtokenPay imtokenPay;

    @Inject
    public WebhookServlet(Receiver receiver, FeedSchedule feed, ImtokenPay imtokenPay) {
        this.receiver = receiver;
        this.feed = feed;
        this.imtokenPay = imtokenPay;
    }

    @Override
    public void init() {
        receiver.open();
        feed.start();
        // The first call of all is slow, and no page of the store shall wait for that.
        imtokenPay.paymentMethod();
    }

    @Override
    public void destroy() {
        feed.stop();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // One byte more than allowed tells that it is too much.
        byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
        Answer answer = body.length > LIMIT ? Answer.TOO_LARGE : receiver.receive(message(request, body));
        say(answer, response);
    }

    /// Past whatever filters of the store stand around us, and at once: one that makes a polite page of every failure
    /// would tell the plugin that the event was applied.
    private static void say(Answer answer, HttpServletResponse response) throws IOException {
        ServletResponse bare = response;
        while (bare instanceof ServletResponseWrapper wrapper) {
            bare = wrapper.getResponse();
        }
        HttpServletResponse plain = bare instanceof HttpServletResponse http ? http : response;
        plain.setStatus(answer.status());
        plain.flushBuffer();
    }

    private static SignedMessage message(HttpServletRequest request, byte[] body) {
        return new SignedMessage(
                header(request, "webhook-id"),
                header(request, "webhook-timestamp"),
                header(request, "webhook-signature"),
                body);
    }

    private static String header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }
}
