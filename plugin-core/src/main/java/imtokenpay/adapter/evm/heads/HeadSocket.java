package imtokenpay.adapter.evm.heads;

import imtokenpay.adapter.evm.heads.HeadMessage.Denied;
import imtokenpay.adapter.evm.heads.HeadMessage.Foreign;
import imtokenpay.adapter.evm.heads.HeadMessage.Head;
import imtokenpay.adapter.evm.heads.HeadMessage.Subscribed;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// One connection, from its opening to the first thing that is wrong with it. The next message is asked for only when
/// the one before is done with, and none may be long.
final class HeadSocket implements WebSocket.Listener {
    /// A head is about 1,000 characters long.
    static final int CHARS_MAX = 64 * 1024;
    /// So many pieces may a message have: empty ones would else come without end.
    static final int PIECES_MAX = 256;

    /// Whoever is told what comes.
    interface Ear {
        void subscribed();

        /// @param isFirst whether none was told over this connection before
        void head(boolean isFirst);
    }

    private final Ear ear;
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final StringBuilder message = new StringBuilder();
    private int pieces;
    private String subscription = "";
    private String newest = "";
    private volatile long told = -1;

    HeadSocket(Ear ear) {
        this.ear = ear;
    }

    /// Completed with the reason, in words, once no more will be told.
    CompletableFuture<String> end() {
        return end;
    }

    /// The height that was told last.
    OptionalLong told() {
        return told < 0 || end.isDone() ? OptionalLong.empty() : OptionalLong.of(told);
    }

    /// Whether any block was told, also when that is over.
    boolean hasTold() {
        return told >= 0;
    }

    /// What came of the attempt to connect.
    void connected(@Nullable WebSocket socket, @Nullable Throwable failure) {
        if (failure != null) {
            end.complete(reason(failure));
        } else if (socket != null) {
            end.whenComplete((reason, never) -> socket.abort());
        }
    }

    @Override
    public void onOpen(WebSocket socket) {
        var unused = socket.sendText(HeadMessage.SUBSCRIBE, true).whenComplete((sent, failure) -> {
            if (failure != null) {
                end.complete(reason(failure));
            }
        });
        socket.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence piece, boolean isLast) {
        if (end.isDone()) {
            return null;
        }
        pieces++;
        if (piece.length() > CHARS_MAX - message.length() || pieces > PIECES_MAX) {
            end.complete("a message is too long");
            return null;
        }
        message.append(piece);
        if (isLast) {
            takeMessage();
        }
        socket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer piece, boolean isLast) {
        end.complete("a message is not text");
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String words) {
        end.complete("the endpoint closed the connection with code " + code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        end.complete(reason(failure));
    }

    private void takeMessage() {
        try {
            take(HeadMessage.read(message.toString(), subscription));
        } catch (RuntimeException notUnderstood) {
            end.complete("a message is not understood");
        }
        message.setLength(0);
        pieces = 0;
    }

    private void take(HeadMessage read) {
        switch (read) {
            case Subscribed(var name) -> subscribed(name);
            case Head head -> {
                // Told twice, it is no news.
                if (!head.hash().equals(newest)) {
                    var isFirst = newest.isEmpty();
                    newest = head.hash();
                    told = head.height();
                    ear.head(isFirst);
                }
            }
            case Denied denied -> end.complete("the endpoint does not tell of new blocks");
            case Foreign foreign -> {
                // Nothing that we asked for.
            }
        }
    }

    private void subscribed(String name) {
        if (!subscription.isEmpty()) {
            end.complete("the endpoint answered twice");
            return;
        }
        subscription = name;
        ear.subscribed();
    }

    // The type without the message: a message may repeat the address, and the address may hold a key.
    private static String reason(Throwable failure) {
        var cause = Optional.ofNullable(failure.getCause()).orElse(failure);
        return "it cannot be reached: " + cause.getClass().getSimpleName();
    }
}
