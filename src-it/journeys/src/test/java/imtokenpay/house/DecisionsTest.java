package imtokenpay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Each decision in docs/adr says why, what follows and what would change it, and leads to files that exist.
class DecisionsTest {
    private static final Path FOLDER = Repository.root().resolve("docs/adr");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
    private static final List<String> PARTS =
            List.of("## Context", "## Decision", "## Consequences", "## What would change it");

    @Test
    void each_has_a_number_and_the_four_parts() throws IOException {
        var number = 0;
        for (var file : files()) {
            number++;
            assertTrue(file.getFileName().toString().startsWith("%04d-".formatted(number)), file::toString);
            var lines = Repository.lines(file);
            assertTrue(lines.getFirst().startsWith("# " + number + ". "), file::toString);
            assertEquals(
                    PARTS, lines.stream().filter(line -> line.startsWith("## ")).toList(), file.toString());
        }
        assertTrue(number >= 10);
    }

    @Test
    void each_leads_to_what_exists_and_is_linked_from_the_first_page() throws IOException {
        var first = String.join("\n", Repository.lines(Repository.root().resolve("README.md")));
        for (var file : files()) {
            assertTrue(first.contains("(docs/adr/" + file.getFileName() + ")"), file::toString);
            var missing = Repository.lines(file).stream()
                    .flatMap(line -> LINK.matcher(line).results())
                    .map(link -> link.group(1))
                    .filter(link -> !Files.exists(FOLDER.resolve(link)))
                    .toList();
            assertEquals(List.of(), missing, file.toString());
        }
    }

    private static List<Path> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }
}
