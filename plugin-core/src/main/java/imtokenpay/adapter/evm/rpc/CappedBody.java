package imtokenpay.adapter.evm.rpc;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// Collects an answer's body up to a limit, so that a node which never stops talking cannot fill our memory.
final class CappedBody implements BodySubscriber<Bytes> {
    // What a node says of its own answer's length is believed no further than this before the bytes are there.
    private static final int FIRST_BYTES_MAX = 8 * 1024 * 1024;
    private static final int FIRST_BYTES = 16 * 1024;

    private final int bytesMax;
    private final CompletableFuture<Bytes> body = new CompletableFuture<>();
    private byte[] bytes;
    private int length;
    private Flow.@Nullable Subscription subscription;

    private CappedBody(int bytesMax, long announced) {
        this.bytesMax = bytesMax;
        this.bytes = new byte[Math.toIntExact(Math.clamp(announced, FIRST_BYTES, FIRST_BYTES_MAX))];
    }

    /// The answer is longer than we are willing to hold.
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(int bytesMax) {
            super("the answer is longer than " + bytesMax + " bytes");
        }
    }

    /// Handles bodies of at most that many bytes; a longer one fails with [TooLong].
    static BodyHandler<Bytes> atMost(int bytesMax) {
        return answer -> new CappedBody(
                bytesMax, answer.headers().firstValueAsLong("Content-Length").orElse(FIRST_BYTES));
    }

    @Override
    public CompletionStage<Bytes> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription granted) {
        subscription = granted;
        granted.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (var part : parts) {
            var more = part.remaining();
            if (more > bytesMax - length) {
                if (subscription != null) {
                    subscription.cancel();
                }
                body.completeExceptionally(new TooLong(bytesMax));
                return;
            }
            if (more > bytes.length - length) {
                bytes = Arrays.copyOf(bytes, Math.min(bytesMax, Math.max(length + more, 2 * bytes.length)));
            }
            part.get(bytes, length, more);
            length += more;
        }
    }

    @Override
    public void onError(Throwable trouble) {
        body.completeExceptionally(trouble);
    }

    @Override
    public void onComplete() {
        body.complete(new Bytes(bytes, length));
    }
}
