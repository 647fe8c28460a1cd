package imtokenpay.server;

import imtokenpay.outside.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// One Payara Micro process with applications in it, the plugin and the shop unless told otherwise.
public final class PayaraMicro implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(300);
    private static final long TEN_SECONDS = 10_000_000_000L;

    private final Process process;
    private final ServerLog log;
    private final List<String> contextRoots;

    private PayaraMicro(Process process, ServerLog log, List<String> contextRoots) {
        this.process = process;
        this.log = log;
        this.contextRoots = List.copyOf(contextRoots);
    }

    public static PayaraMicro start(Boot boot, Built built) {
        return start(boot, built, built.wars(), List.of("/imtoken", "/shop"));
    }

    /// The same with other applications.
    public static PayaraMicro start(Boot boot, Built built, List<Path> wars, List<String> contextRoots) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(boot.jvmOptions());
        command.addAll(List.of("-jar", built.payaraMicro().toString()));
        command.addAll(boot.microOptions());
        for (Path war : wars) {
            command.addAll(List.of("--deploy", war.toString()));
        }
        try {
            Process process = new ProcessBuilder(command)
                    .directory(boot.home().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(Boot.log(boot.home()).toFile()))
                    .start();
            return new PayaraMicro(process, new ServerLog(Boot.log(boot.home())), contextRoots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ServerLog log() {
        return log;
    }

    public long pid() {
        return process.pid();
    }

    /// Waits for `ready`, and gives up at once when the process has died or an application was refused.
    public void awaitReady(BooleanSupplier ready, Consumer<String> teller) {
        long start = System.nanoTime();
        AtomicLong told = new AtomicLong();
        Await.until("Payara Micro with its applications", START_LIMIT, () -> {
            if (ready.getAsBoolean()) {
                return true;
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("Payara Micro ended with " + process.exitValue() + why());
            }
            log.failure(contextRoots).ifPresent(failure -> {
                throw new IllegalStateException("Payara Micro: " + failure + why());
            });
            long tens = (System.nanoTime() - start) / TEN_SECONDS;
            if (tens > told.getAndSet(tens)) {
                teller.accept("still starting");
            }
            return false;
        });
    }

    /// Returns when the process has ended, for whatever reason.
    public void awaitEnd() {
        process.onExit().join();
    }

    /// As a power cut would: nothing gets a chance to tidy up.
    public void killHard() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(20));
    }

    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd(Duration.ofSeconds(20))) {
            killHard();
        }
    }

    private boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String why() {
        return "\n" + log.told() + "\nThe whole log: " + log.file();
    }
}
