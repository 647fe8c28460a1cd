package imtokenpay.devnet.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What a process prints: read all the time, so that it never blocks, and the last lines kept for an error text.
final class ProcessOutput {
    private static final int KEPT = 60;

    private final Deque<String> lines = new ArrayDeque<>();
    private boolean ended;

    private ProcessOutput() {}

    static ProcessOutput follow(Process process) {
        ProcessOutput output = new ProcessOutput();
        Thread.ofVirtual().name("anvil-output").start(() -> output.read(process));
        return output;
    }

    synchronized String lastLines() {
        return String.join("\n", lines);
    }

    /// Whether everything has been read.
    synchronized boolean ended() {
        return ended;
    }

    /// What follows a mark on the last line that has it.
    synchronized Optional<String> after(String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .reduce((first, last) -> last)
                .map(line -> line.substring(mark.length()).strip());
    }

    private void read(Process process) {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                keep(line);
            }
        } catch (IOException e) {
            keep("(its output cannot be read: " + e.getMessage() + ")");
        }
        end();
    }

    private synchronized void keep(String line) {
        lines.addLast(line);
        if (lines.size() > KEPT) {
            lines.removeFirst();
        }
    }

    private synchronized void end() {
        ended = true;
    }
}
