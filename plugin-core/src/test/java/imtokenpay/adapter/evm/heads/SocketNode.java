package imtokenpay.adapter.evm.heads;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A node's WebSocket (RFC 6455) on this machine, which says what a test has it say, frame by frame.
final class SocketNode implements AutoCloseable {
    static final int MORE = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;

    private static final int FINAL = 0x80;
    private static final int SECONDS_MAX = 10;
    private static final Pattern KEY = Pattern.compile("(?im)^Sec-WebSocket-Key: *(\\S+)");

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Peer> peers = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    SocketNode() throws IOException {
        Thread.startVirtualThread(this::accept);
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + door.getLocalPort() + "/v3/secret");
    }

    /// The next one who connects.
    Peer next() throws InterruptedException {
        var peer = peers.poll(SECONDS_MAX, TimeUnit.SECONDS);
        if (peer == null) {
            throw new AssertionError("nobody connects");
        }
        return peer;
    }

    /// How many connected and were not taken notice of.
    int unnoticed() {
        return peers.size();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = door.accept();
                sockets.add(socket);
                Thread.startVirtualThread(() -> serve(socket));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket socket) {
        var peer = new Peer(socket);
        try {
            var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            var key = KEY.matcher(request(in));
            if (!key.find()) {
                throw new IOException("no WebSocket");
            }
            var answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: " + accepted(key.group(1)) + "\r\n\r\n";
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            peers.add(peer);
            while (true) {
                peer.heard.add(frame(in));
            }
        } catch (IOException ended) {
            peer.ended.countDown();
        }
    }

    private static String request(InputStream in) throws IOException {
        var request = new StringBuilder();
        while (request.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("ended");
            }
            request.append((char) next);
        }
        return request.toString();
    }

    private static String accepted(String key) {
        try {
            var text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
            var digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    // A client's frames are masked, and ours are short.
    private static String frame(DataInputStream in) throws IOException {
        in.readUnsignedByte();
        var length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        }
        var mask = in.readNBytes(4);
        var bytes = in.readNBytes(length);
        if (mask.length < 4 || bytes.length < length) {
            throw new IOException("ended");
        }
        for (var i = 0; i < length; i++) {
            bytes[i] ^= mask[i % 4];
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// One who connected.
    static final class Peer {
        private final Socket socket;
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final CountDownLatch ended = new CountDownLatch(1);

        private Peer(Socket socket) {
            this.socket = socket;
        }

        /// What he asks.
        String question() throws InterruptedException {
            return String.valueOf(heard.poll(SECONDS_MAX, TimeUnit.SECONDS));
        }

        /// Takes his question for new heads, and grants it under that name.
        Peer subscribes(String name) throws IOException, InterruptedException {
            if (!question().contains("\"eth_subscribe\"")) {
                throw new AssertionError("he asks for something else");
            }
            says("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"" + name + "\"}");
            return this;
        }

        /// Tells a block, as geth does.
        void head(String name, long height, int fork) throws IOException {
            says(headText(name, height, fork));
        }

        void says(String text) throws IOException {
            frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
        }

        void frame(int opcode, boolean isLast, byte[] payload) throws IOException {
            raw(header(opcode, isLast, payload.length), payload);
        }

        void raw(byte[]... parts) throws IOException {
            var all = new ByteArrayOutputStream();
            for (var part : parts) {
                all.write(part);
            }
            socket.getOutputStream().write(all.toByteArray());
        }

        void drops() throws IOException {
            socket.close();
        }

        boolean isGone() throws InterruptedException {
            return ended.await(SECONDS_MAX, TimeUnit.SECONDS);
        }

        boolean isGoneWithin(Duration time) throws InterruptedException {
            return ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
        }

        boolean isStillThere() {
            return ended.getCount() > 0;
        }
    }

    static byte[] header(int opcode, boolean isLast, int length) {
        var first = (byte) (opcode | (isLast ? FINAL : 0));
        if (length < 126) {
            return new byte[] {first, (byte) length};
        }
        if (length < 1 << 16) {
            return new byte[] {first, 126, (byte) (length >> 8), (byte) length};
        }
        return new byte[] {
            first, 127, 0, 0, 0, 0, (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length
        };
    }

    static String headText(String name, long height, int fork) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"eth_subscription\",\"params\":{\"subscription\":\"" + name
                + "\",\"result\":{\"parentHash\":\"0x" + "0".repeat(64) + "\",\"number\":\"0x"
                + Long.toHexString(height) + "\",\"withdrawals\":[{\"a\":[]}],\"hash\":\"0x"
                + String.format("%056x%08x", height, fork) + "\"}}}";
    }
}
