package imtokenpay.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/// What was started and must be stopped, the newest first; also when Ctrl-C comes in the middle of starting.
final class Teardown implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private boolean closed;

    Teardown() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-all"));
    }

    /// Remembers something that was started; stops it at once when everything else is stopped already.
    synchronized <T extends AutoCloseable> T add(T resource) {
        started.push(resource);
        if (closed) {
            stopAll();
        }
        return resource;
    }

    @Override
    public synchronized void close() {
        closed = true;
        stopAll();
    }

    // One thing that does not stop must not keep the others running.
    private void stopAll() {
        while (!started.isEmpty()) {
            AutoCloseable resource = started.pop();
            try {
                resource.close();
            } catch (Exception e) {
                System.err.println("could not be stopped: " + resource + ": " + e);
            }
        }
    }
}
