package imtokenpay.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What Payara Micro writes about itself.
public record ServerLog(Path file) {
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern TELLING =
            Pattern.compile("(?i)\\bSEVERE\\b|Caused by: |Exception: |Address already in use|OutOfMemoryError");
    /// What the server puts before every message, and the opening of a message of many lines.
    private static final Pattern BRACKETS = Pattern.compile("^(\\[[^\\]]*] ?)+(\\[\\[)?");
    private static final int TOLD = 12;
    private static final int WIDTH = 300;

    public List<String> lines() {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return COLOUR.matcher(text).replaceAll("").lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first group of the last line that `pattern` is found in.
    public Optional<String> last(Pattern pattern) {
        return lines().stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce((first, second) -> second);
    }

    /// Why these applications will never answer, once that is certain.
    Optional<String> failure(List<String> contextRoots) {
        List<String> lines = lines();
        Optional<String> busy = containing(lines, "Address already in use");
        if (busy.isPresent() || containing(lines, " ready in ").isEmpty()) {
            return busy;
        }
        return contextRoots.stream()
                .filter(root ->
                        containing(lines, "\"Context Root\": \"" + root + "\"").isEmpty())
                .findFirst()
                .map(root -> root + " could not be deployed");
    }

    /// The few lines that a person needs to see.
    String told() {
        Stream<String> telling = lines().stream()
                .filter(line -> TELLING.matcher(line).find())
                .map(line -> BRACKETS.matcher(line).replaceAll("").strip())
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring(0, Math.min(line.length(), WIDTH)))
                .distinct()
                .limit(TOLD);
        return String.join("\n", telling.toList());
    }

    private static Optional<String> containing(List<String> lines, String text) {
        return lines.stream().filter(line -> line.contains(text)).findFirst();
    }
}
