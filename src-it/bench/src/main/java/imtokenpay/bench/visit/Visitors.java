package imtokenpay.bench.visit;

import imtokenpay.bench.report.WrongCount;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Visitors who ask one process for one page, many times over connections that stay open.
///
/// @param server the process that answers
record Visitors(ProcessHandle server, URI page) {
    private static final int COUNT = 4;
    private static final int CONNECTIONS = 3;
    private static final long IDLE = Duration.ofSeconds(10).toNanos();
    // Payara closes a connection after 256.
    private static final int PAGES = 200;

    /// Lets them ask for the page so many times; the CPU time that the server took for one, in nanoseconds.
    ///
    /// @param idle what it takes when nobody asks: CPU time a nanosecond of the clock
    double cpuNanos(double idle) {
        var cpu = cpu();
        var clock = System.nanoTime();
        IntStream.range(0, COUNT)
                .mapToObj(visitor -> CompletableFuture.runAsync(this::visit))
                .toList()
                .forEach(CompletableFuture::join);
        var own = idle * (System.nanoTime() - clock);
        return (cpu().minus(cpu).toNanos() - own) / (COUNT * CONNECTIONS * PAGES);
    }

    /// What the server takes when nobody asks: the plugin looks at its chain all the time.
    double idle() {
        var cpu = cpu();
        var clock = System.nanoTime();
        for (var left = IDLE; left > 0; left = clock + IDLE - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        return (double) cpu().minus(cpu).toNanos() / (System.nanoTime() - clock);
    }

    private Duration cpu() {
        return server.info().totalCpuDuration().orElseThrow();
    }

    private void visit() {
        IntStream.range(0, CONNECTIONS).forEach(connection -> ask());
    }

    private void ask() {
        try (var socket = new Socket(page.getHost(), page.getPort())) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            var question = ("GET " + page.getPath() + " HTTP/1.1\r\nHost: " + page.getAuthority()
                            + "\r\nAccept: */*\r\nAccept-Encoding: gzip\r\nAccept-Language: en\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            for (var i = 0; i < PAGES; i++) {
                socket.getOutputStream().write(question);
                read(in);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void read(BufferedInputStream in) throws IOException {
        var status = line(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new WrongCount(page + " answered " + status);
        }
        var length = -1;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        if (length >= 0) {
            in.skipNBytes(length);
            return;
        }
        for (var chunk = chunk(in); chunk > 0; chunk = chunk(in)) {
            in.skipNBytes(chunk + 2L);
        }
        line(in);
    }

    private static int chunk(BufferedInputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(BufferedInputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the server hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /// The middle of several figures.
    static double median(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }
}
