package imtokenpay.adapter.evm.rpc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A node that begins its answer, and then falls silent or hangs up.
final class BrokenNode implements AutoCloseable {
    private static final int QUESTION_MAX = 8_192;
    private static final long LEAVE_SECONDS = 5;

    private final ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Void> left = new CompletableFuture<>();

    BrokenNode(String start, boolean fallsSilent) throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                serve(start.getBytes(StandardCharsets.US_ASCII), fallsSilent);
            }
        });
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /// Whether who asked has hung up by now, or does so soon.
    boolean isLeft() throws InterruptedException, ExecutionException {
        try {
            left.get(LEAVE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException waits) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(byte[] start, boolean fallsSilent) {
        try (var socket = server.accept()) {
            read(socket);
            socket.getOutputStream().write(start);
            if (fallsSilent) {
                untilLeft(socket);
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void read(Socket socket) throws IOException {
        var text = new StringBuilder();
        var buffer = new byte[QUESTION_MAX];
        while (!text.toString().endsWith("]")) {
            var length = socket.getInputStream().read(buffer);
            if (length < 0) {
                throw new IOException("nobody asked");
            }
            text.append(new String(buffer, 0, length, StandardCharsets.US_ASCII));
        }
    }

    private void untilLeft(Socket socket) {
        try {
            while (socket.getInputStream().read() >= 0) {
                // More of a question that was asked already.
            }
            left.complete(null);
        } catch (IOException reset) {
            left.complete(null);
        }
    }
}
