package imtokenpay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How little a store has to change. The page shows the sample's own lines, all of them, and counts them.
class IntegrateTest {
    private static final int LINES_MAX = 29;
    private static final Path PAGE = Repository.root().resolve("docs/integrate.md");
    private static final Map<String, List<String>> DIFF = diff();

    @Test
    void a_store_adds_imtoken_in_under_thirty_lines() {
        var lines = DIFF.values().stream()
                .flatMap(List::stream)
                .filter(IntegrateTest::counts)
                .count();
        assertTrue(lines <= LINES_MAX, "the diff has " + lines + " lines");
        assertTrue(
                Repository.lines(PAGE).stream().anyMatch(line -> line.contains("**" + lines + " lines**")),
                "the page says that there are " + lines);
    }

    @Test
    void each_line_of_the_diff_stands_in_the_sample_and_in_this_order() {
        DIFF.forEach((file, lines) -> {
            var sample = Repository.lines(Repository.root().resolve(file)).iterator();
            for (var line : lines) {
                var found = false;
                while (!found && sample.hasNext()) {
                    found = sample.next().equals(line);
                }
                assertTrue(found, file + " has no such line here: " + line);
            }
        });
    }

    @Test
    void a_file_that_is_new_is_shown_whole() {
        for (var file : DIFF.keySet()) {
            if (file.endsWith("ImtokenOrders.java")) {
                assertEquals(Repository.lines(Repository.root().resolve(file)), DIFF.get(file));
            }
        }
        assertTrue(DIFF.keySet().stream().anyMatch(file -> file.endsWith("ImtokenOrders.java")));
    }

    @Test
    void every_tag_and_key_that_the_sample_uses_is_in_the_diff() {
        var shown = DIFF.values().stream().flatMap(List::stream).toList();
        for (var file : Repository.sources(".xhtml")) {
            if (file.toString().contains("sample-storefront")) {
                Repository.lines(file).stream()
                        .filter(line -> line.contains("imtoken:"))
                        .forEach(line -> assertTrue(shown.contains(line), file + ": " + line));
            }
        }
        for (var file : Repository.sources("microprofile-config.properties")) {
            if (file.toString().contains("sample-storefront")) {
                Repository.lines(file).stream()
                        .filter(line -> !line.startsWith("#"))
                        .forEach(line -> assertTrue(shown.contains(line), file + ": " + line));
            }
        }
    }

    private static boolean counts(String line) {
        return !line.isBlank() && !line.startsWith("import ") && !line.strip().startsWith("///");
    }

    /// The added lines by file.
    private static Map<String, List<String>> diff() {
        var files = new LinkedHashMap<String, List<String>>();
        var inside = false;
        var file = "";
        for (var line : Repository.lines(PAGE)) {
            if (line.startsWith("```")) {
                inside = line.equals("```diff");
            } else if (inside && line.startsWith("+++ ")) {
                file = line.substring("+++ ".length());
                files.put(file, new ArrayList<>());
            } else if (inside) {
                assertTrue(line.startsWith("+"), "nothing but added lines: " + line);
                files.get(file).add(line.substring(1));
            }
        }
        return files;
    }
}
