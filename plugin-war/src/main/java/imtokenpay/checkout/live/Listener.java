package imtokenpay.checkout.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;

/// A browser that is told of each change, by Server-Sent Events (WHATWG HTML, 9.2).
///
/// What is written waits in the connection's buffer. So little is ever said to one browser that the buffer cannot fill:
/// who does not read holds up nobody.
public final class Listener implements AsyncListener {
    // Then the browser comes back by itself.
    private static final long PATIENCE_MS = Duration.ofMinutes(10).toMillis();
    private static final int SAID_MAX = 200;

    private final AsyncContext context;
    private boolean over;
    private int said;

    private Listener(AsyncContext context) {
        this.context = context;
    }

    /// Keeps a request open, and listens for it.
    public static Listener of(HttpServletRequest request) {
        var context = request.startAsync();
        var response = context.getResponse();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        context.setTimeout(PATIENCE_MS);
        var listener = new Listener(context);
        context.addListener(listener);
        return listener;
    }

    /// Says where the payment stands; false when nobody listens any more.
    boolean tell(String json) {
        return say("data: " + json + "\n\n");
    }

    /// Says nothing, so that no proxy takes the connection for dead; false when nobody listens any more.
    boolean beat() {
        return say(":\n\n");
    }

    /// Ends it.
    synchronized void end() {
        if (!over) {
            over = true;
            context.complete();
        }
    }

    private synchronized boolean say(String text) {
        if (over) {
            return false;
        }
        try {
            var out = context.getResponse().getWriter();
            out.write(text);
            out.flush();
            said++;
            if (out.checkError() || said == SAID_MAX) {
                end();
            }
        } catch (IOException gone) {
            end();
        }
        return !over;
    }

    @Override
    public synchronized void onComplete(AsyncEvent event) {
        over = true;
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public synchronized void onError(AsyncEvent event) {
        over = true;
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // It is started once.
    }
}
