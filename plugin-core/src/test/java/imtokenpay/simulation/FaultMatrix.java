package imtokenpay.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/// Writes down what became of the fault tests of this run, and insists that the committed page says just that. Nobody
/// writes a mark by hand.
final class FaultMatrix implements TestWatcher, AfterAllCallback {
    private static final Path PAGE = Path.of("../docs/fault-matrix.md");
    private static final String REFRESH = "mvn -pl plugin-core test -Dtest=FaultMatrixTest -Dfaults.write";
    private static final String HEAD = """
            # Fault matrix

            Twenty faults by which payment plugins lose money or invent it, and what this one promises. Each promise
            is a test of the production classes; the marks are those of the last run of `FaultMatrixTest`, which fails
            when this page says anything else. Refresh it: `%s`.

            What the others do was read from the code of six open payment plugins in November 2026.

            | Fault | What happens | Six others | We promise | Told on a chain of each family | Result |
            |---|---|---|---|---|---|
            """.formatted(REFRESH);

    private final TreeMap<String, Boolean> passed = new TreeMap<>();
    private final TreeMap<String, Integer> runs = new TreeMap<>();

    @Override
    public void testSuccessful(ExtensionContext context) {
        ran(context, true);
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        ran(context, false);
    }

    private void ran(ExtensionContext context, boolean isPassed) {
        var test = context.getRequiredTestMethod().getName();
        passed.merge(test, isPassed, Boolean::logicalAnd);
        runs.merge(test, 1, Integer::sum);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        // Nor is it the end when a part of the tests is over, and a single one says nothing about the page.
        if (!context.getEnclosingTestClasses().isEmpty() || passed.size() == 1 || isOff()) {
            return;
        }
        if (System.getProperty("faults.write") != null) {
            Files.writeString(PAGE, page());
        } else if (!page().equals(read())) {
            throw new AssertionError(PAGE + " does not say what this run has shown. Refresh it: " + REFRESH);
        }
    }

    // Mutation tests leave out what is slow, so their runs are never whole.
    private static boolean isOff() {
        return "off".equals(System.getProperty("faults.page"));
    }

    private static String read() {
        try {
            return Files.exists(PAGE) ? Files.readString(PAGE) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String page() {
        var page = new StringBuilder(HEAD);
        for (var fault : KnownFault.values()) {
            var tests = passed.subMap(fault.testPrefix(), fault.testPrefix() + "~");
            var promises = tests.keySet().stream().map(test -> sentence(fault, test));
            var isKept = !tests.isEmpty() && !tests.containsValue(false);
            page.append("| %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            fault,
                            fault.happening(),
                            fault.others(),
                            promises.collect(Collectors.joining(" ")),
                            isOnEach(tests.keySet()) ? "EVM, Bitcoin, TRON" : "-",
                            isKept ? "pass" : "FAIL"));
        }
        return page.toString();
    }

    private boolean isOnEach(Collection<String> tests) {
        return tests.stream().allMatch(test -> runs.get(test) == Habits.values().length);
    }

    // The name is the promise: one sentence.
    private static String sentence(KnownFault fault, String test) {
        var words = test.substring(fault.testPrefix().length()).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ". `" + test + "`";
    }
}
