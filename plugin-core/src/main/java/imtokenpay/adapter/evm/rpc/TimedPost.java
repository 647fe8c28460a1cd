package imtokenpay.adapter.evm.rpc;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends each question on a thread of its own, whose interrupt closes the connection: only so does the deadline hold
/// for everything, a body that trickles in included.
final class TimedPost implements AutoCloseable {
    // Nothing to say makes it a GET.
    private static final byte[] NOTHING = {};

    private final Post post;
    private final Duration deadline;
    private final Set<Future<?>> running = ConcurrentHashMap.newKeySet();

    TimedPost(Post post, Duration deadline) {
        this.post = post;
        this.deadline = deadline;
    }

    /// Sends it, and waits for the whole answer.
    ///
    /// @param reader makes something of the body, in the same time
    /// @throws TimeoutException if there is none within the deadline
    /// @throws java.util.concurrent.CancellationException if it was closed meanwhile
    /// @throws ExecutionException if there is no whole answer
    <T> Post.Reply<T> send(byte[] question, Post.Reader<T> reader)
            throws TimeoutException, ExecutionException, InterruptedException {
        return timed(() -> post.send(question, reader));
    }

    /// Reads what stands below the address, under the same limits.
    <T> Post.Reply<T> read(String path, Post.Reader<T> reader)
            throws TimeoutException, ExecutionException, InterruptedException {
        return timed(() -> post.below(path).send(NOTHING, reader));
    }

    private <T> Post.Reply<T> timed(Callable<Post.Reply<T>> call)
            throws TimeoutException, ExecutionException, InterruptedException {
        var sent = new FutureTask<>(call);
        running.add(sent);
        Thread.ofVirtual().name("rpc").start(sent);
        try {
            return sent.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            sent.cancel(true);
            running.remove(sent);
        }
    }

    /// How long an answer may take.
    Duration deadline() {
        return deadline;
    }

    /// Ends what is running.
    @Override
    public void close() {
        running.forEach(sent -> sent.cancel(true));
    }
}
