package imtokenpay.adapter.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A store on this machine that answers each connection as a test says, down to the byte.
final class ScriptedStore implements AutoCloseable {
    /// What is done with one connection.
    interface Script {
        /// @param number which connection it is, 1 for the first
        void serve(Call call, int number) throws IOException;
    }

    /// A connection as the store sees it.
    final class Call {
        private final Socket socket;

        private Call(Socket socket) {
            this.socket = socket;
        }

        /// Waits for a call and reads all of it.
        ///
        /// @return whether one came
        boolean comes() throws IOException {
            var head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                var next = socket.getInputStream().read();
                if (next < 0) {
                    return false;
                }
                head.write(next);
            }
            var text = head.toString(StandardCharsets.UTF_8);
            var length = Integer.parseInt(text.replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1"));
            var body = new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
            calls.add(text + body);
            return true;
        }

        Socket socket() {
            return socket;
        }

        void says(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }
    }

    private final ServerSocket server;
    private final Script script;
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    ScriptedStore(Script script) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
    }

    ScriptedStore(ServerSocket server, Script script) {
        this.server = server;
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    URI address(String scheme, String host) {
        return URI.create(scheme + "://" + host + ":" + server.getLocalPort() + "/hook?a=1");
    }

    /// What was called, head and body, in the order of arrival.
    List<String> calls() {
        return calls;
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                var number = connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket, number));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            script.serve(new Call(socket), number);
        } catch (IOException hungUp) {
            // The other side has gone.
        }
    }
}
