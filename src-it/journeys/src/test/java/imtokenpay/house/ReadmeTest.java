package imtokenpay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The first page says the same in English and in Chinese. Nothing here reads Chinese, but what only one of them has is
/// seen.
class ReadmeTest {
    private static final Path ROOT = Repository.root();
    private static final List<String> ENGLISH = Repository.lines(ROOT.resolve("README.md"));
    private static final List<String> CHINESE = Repository.lines(ROOT.resolve("README.zh-CN.md"));
    private static final String OTHER = "the other language";
    private static final Pattern LINK = Pattern.compile("(!?)\\[[^]]*]\\(([^)]+)\\)");
    private static final Pattern ITEM = Pattern.compile("(-|[0-9]+\\.|\\|) .*");
    private static final Pattern FIGURE = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");
    // A command, before what is said of it.
    private static final Pattern COMMAND = Pattern.compile(" {4}(\\./[^#]+).*");

    @Test
    void both_have_the_same_headings_items_and_rows() {
        assertEquals(heads(ENGLISH, "#+ "), heads(CHINESE, "#+ "));
        assertEquals(marks(ENGLISH), marks(CHINESE));
    }

    @Test
    void both_have_the_same_code() {
        assertEquals(blocks(ENGLISH), blocks(CHINESE));
        assertEquals(commands(ENGLISH), commands(CHINESE));
        assertEquals(heads(ENGLISH, "```"), heads(CHINESE, "```"));
    }

    @Test
    void both_have_the_same_links_and_images() {
        assertEquals(targets(ENGLISH, ""), targets(CHINESE, ""));
        assertEquals(targets(ENGLISH, "!"), targets(CHINESE, "!"));
    }

    @Test
    void both_have_the_same_figures() {
        assertEquals(figures(ENGLISH), figures(CHINESE));
    }

    @Test
    void each_leads_to_the_other_on_its_first_lines() {
        assertTrue(ENGLISH.subList(0, 5).stream().anyMatch(line -> line.contains("](README.zh-CN.md)")));
        assertTrue(CHINESE.subList(0, 5).stream().anyMatch(line -> line.contains("](README.md)")));
    }

    @Test
    void every_file_that_they_lead_to_is_there() {
        var missing = Stream.concat(targets(ENGLISH, "").stream(), targets(ENGLISH, "!").stream())
                .filter(target -> !target.contains("://") && !target.equals(OTHER))
                .map(target -> target.replaceFirst("#.*", ""))
                .filter(target -> !Files.exists(ROOT.resolve(target)))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static List<String> targets(List<String> page, String mark) {
        return page.stream()
                .flatMap(line -> LINK.matcher(line).results())
                .filter(link -> link.group(1).equals(mark))
                .map(link -> link.group(2).matches("README(\\.zh-CN)?\\.md") ? OTHER : link.group(2))
                .sorted()
                .toList();
    }

    private static List<String> figures(List<String> page) {
        return page.stream()
                .map(line -> LINK.matcher(line).replaceAll(""))
                .flatMap(line -> FIGURE.matcher(line).results())
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private static List<String> heads(List<String> page, String mark) {
        var pattern = Pattern.compile("(" + mark + ").*");
        return page.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> marks(List<String> page) {
        return page.stream()
                .map(ITEM::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> commands(List<String> page) {
        return page.stream()
                .map(COMMAND::matcher)
                .filter(Matcher::matches)
                .map(match -> match.group(1).strip())
                .toList();
    }

    /// How many lines each indented block has.
    private static List<Integer> blocks(List<String> page) {
        var blocks = new ArrayList<Integer>();
        var length = 0;
        for (var line : page) {
            if (line.startsWith("    ")) {
                length++;
            } else if (length > 0) {
                blocks.add(length);
                length = 0;
            }
        }
        return blocks;
    }
}
