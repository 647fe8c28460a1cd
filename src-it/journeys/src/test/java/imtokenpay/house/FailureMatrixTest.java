package imtokenpay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A row of docs/failure-matrix.md promises only what a test shows.
class FailureMatrixTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.(\\w+)`");
    private static final List<String> ROWS =
            Repository.lines(Repository.root().resolve("docs/failure-matrix.md")).stream()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| case "))
                    .toList();

    @Test
    void every_test_that_the_matrix_names_exists() {
        var missing = ROWS.stream()
                .flatMap(row -> NAMED.matcher(row).results())
                .filter(named -> !exists(named))
                .map(MatchResult::group)
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void every_row_names_a_test() {
        assertTrue(ROWS.size() > 12);
        assertEquals(
                List.of(),
                ROWS.stream().filter(row -> !NAMED.matcher(row).find()).toList());
    }

    private static boolean exists(MatchResult named) {
        return Repository.sources("/" + named.group(1) + ".java").stream()
                .flatMap(file -> Repository.lines(file).stream())
                .anyMatch(line -> line.contains(" void " + named.group(2) + "("));
    }
}
