package imtokenpay.store.crash;

import imtokenpay.store.crash.World.Asked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the world remembers while nodes come and go: each line is one write, so that it is there or not.
final class Diary {
    private final Path folder;

    Diary(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /// The last tick that is over; 0 at first.
    int tick() {
        var ticks = lines("ticks");
        return ticks.isEmpty() ? 0 : Integer.parseInt(ticks.getLast());
    }

    void tickIsOver(int tick) {
        append("ticks", Integer.toString(tick));
    }

    /// What the shop was told, by order number.
    Map<Integer, Asked> asked() {
        var asked = new HashMap<Integer, Asked>();
        for (var line : lines("asked")) {
            var parts = line.split(" ");
            var before = asked.put(Integer.parseInt(parts[0]), new Asked(parts[1], new BigInteger(parts[2])));
            if (before != null) {
                throw new IllegalStateException("the shop asked twice: " + line);
            }
        }
        return asked;
    }

    void asked(int order, Asked asked) {
        append("asked", order + " " + asked.paymentId() + " " + asked.due());
    }

    /// The calls that reached the shop: event id, hash of the body, whether the shop took it.
    List<String> received() {
        return lines("received");
    }

    void received(String eventId, int bodyHash, boolean isTaken) {
        append("received", eventId + " " + bodyHash + " " + isTaken);
    }

    /// Where nodes have died.
    List<String> deaths() {
        return lines("deaths");
    }

    void death(String point) {
        append("deaths", point);
    }

    /// Writes a line down under a heading of the writer's own.
    void note(String heading, String line) {
        append(heading, line);
    }

    /// All lines under that heading.
    List<String> notes(String heading) {
        return lines(heading);
    }

    private List<String> lines(String name) {
        try {
            var file = folder.resolve(name);
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private synchronized void append(String name, String line) {
        try {
            Files.writeString(folder.resolve(name), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
