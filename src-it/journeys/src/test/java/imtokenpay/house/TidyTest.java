package imtokenpay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What a file may look like. The limits are those of docs/style in numbers: small files read like a table of
/// contents.
class TidyTest {
    private static final int FILE_LINES_MAX = 300;
    private static final int FILE_LINES_MEDIAN_MAX = 60;
    private static final int METHOD_LINES_MAX = 50;
    private static final int LINE_CHARS_MAX = 120;
    private static final int PARAMETERS_MAX = 5;
    private static final int TYPES_A_PACKAGE_MAX = 12;
    private static final List<Path> JAVA = Repository.sources(".java");
    private static final List<Path> MAIN =
            JAVA.stream().filter(file -> file.toString().contains("/src/main/")).toList();

    private static final Pattern METHOD_START = Pattern.compile(
            "^( {4}| {8})(?!return|throw|else|new|if|for|while|switch|try|case|var )[A-Za-z@<][^=;]*\\)[^=;]*\\{$");

    private static final Pattern LOG_CALL = Pattern.compile("(?s)LOG\\.log\\((.*?)\\);");
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Test
    void files_are_short() {
        nothing(JAVA.stream().filter(file -> Repository.lines(file).size() > FILE_LINES_MAX));
        var sizes = MAIN.stream()
                .map(file -> Repository.lines(file).size())
                .sorted()
                .toList();
        var median = sizes.get(sizes.size() / 2);
        assertTrue(median < FILE_LINES_MEDIAN_MAX, "the median file has " + median + " lines");
    }

    @Test
    void lines_are_short() {
        nothing(offending(JAVA, line -> line.length() > LINE_CHARS_MAX && !line.startsWith("import ")));
    }

    @Test
    void methods_are_short() {
        nothing(JAVA.stream().flatMap(TidyTest::longMethods));
    }

    @Test
    void methods_and_constructors_take_few_things() {
        nothing(MAIN.stream().flatMap(TidyTest::greedyMethods));
    }

    @Test
    void packages_are_small_and_say_why_they_exist() {
        var packages = JAVA.stream().collect(Collectors.groupingBy(Path::getParent));
        var main = MAIN.stream().map(Path::getParent).distinct().toList();
        nothing(main.stream().filter(folder -> packages.get(folder).size() - 1 > TYPES_A_PACKAGE_MAX));
        nothing(main.stream()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java"))
                        || Repository.lines(folder.resolve("package-info.java")).stream()
                                .noneMatch(line -> line.startsWith("@NullMarked"))));
    }

    @Test
    void nothing_sleeps_is_disabled_or_put_off() {
        var banned = Pattern.compile("Thread\\.sleep|TimeUnit\\.[A-Z]+\\.sleep|@Disab" + "led|assumeTrue\\(false|\\bTO"
                + "DO\\b(?!.*#\\d)|\\bFIX" + "ME\\b|printStack" + "Trace");
        nothing(offending(JAVA, line -> banned.matcher(line).find()));
    }

    @Test
    void no_exception_is_swallowed() {
        var swallowed = Pattern.compile("catch *\\((Exception|Throwable) [a-z]+\\) *\\{ *}");
        nothing(offending(JAVA, line -> swallowed.matcher(line).find()));
    }

    @Test
    void no_wildcard_hides_what_is_used() {
        nothing(offending(JAVA, line -> line.matches("import .*\\*;")));
    }

    @Test
    void no_apostrophe_keeps_a_value_out_of_the_log() {
        // java.text.MessageFormat takes what stands behind an apostrophe as it is: {0} is not replaced there.
        nothing(MAIN.stream()
                .flatMap(file -> LOG_CALL.matcher(String.join("\n", Repository.lines(file)))
                        .results()
                        .map(call -> TEXT.matcher(call.group(1))
                                .results()
                                .map(text -> text.group(1))
                                .collect(Collectors.joining()))
                        .filter(text -> text.contains("{0}") && text.contains("'"))
                        .map(text -> file + ": " + text)));
    }

    private static Stream<String> longMethods(Path file) {
        var lines = Repository.lines(file);
        var found = new ArrayList<String>();
        for (var start = 0; start < lines.size(); start++) {
            var matcher = METHOD_START.matcher(lines.get(start));
            if (matcher.find()) {
                var end = lines.subList(start, lines.size()).indexOf(matcher.group(1) + "}");
                if (end > METHOD_LINES_MAX) {
                    found.add(name(file) + ":" + (start + 1) + " has " + end + " lines");
                }
            }
        }
        return found.stream();
    }

    // Records are values and may have more parts than a method may have parameters, but not without end.
    private static Stream<String> greedyMethods(Path file) {
        var text = String.join("\n", Repository.lines(file)).replaceAll("(?m)^\\s*//.*$", "");
        var signature = Pattern.compile(
                "\\n {4,8}(?:@\\w+ +)*(?:public |protected |private |static |abstract |final |synchronized )*"
                        + "(?:[\\w<>\\[\\]?., @]+ )?\\w+\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)[\\w\\s.,]*\\{");
        return signature
                .matcher(text)
                .results()
                .filter(match ->
                        !match.group().contains("record ") && !match.group().contains("new "))
                .filter(match -> match.group(1).replaceAll("<[^>]*>", "").split(",").length > PARAMETERS_MAX)
                .map(match -> name(file) + ": " + match.group().strip().replaceAll("\\s+", " "));
    }

    private static Stream<String> offending(List<Path> files, Predicate<String> offends) {
        return files.stream()
                .flatMap(file ->
                        Repository.lines(file).stream().filter(offends).map(line -> name(file) + ": " + line.strip()));
    }

    private static String name(Path file) {
        return Repository.root().relativize(file).toString();
    }

    private static void nothing(Stream<?> offenders) {
        assertEquals("", offenders.map(String::valueOf).collect(Collectors.joining("\n")));
    }
}
