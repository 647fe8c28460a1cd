package imtokenpay.api;

import imtokenpay.api.problem.Problem;
import imtokenpay.api.problem.Problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads query parameters, so that one answer names all that is wrong with them.
final class PageQuery {
    /// The longest page of any list.
    static final int COUNT_MAX = 100;

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,2}");

    private final List<Violation> violations = new ArrayList<>();

    /// How many the caller wants to see at once: 1 to 100, and 100 if he does not say.
    int count(@Nullable String limit) {
        return read("limit", limit, PageQuery::counted, "must be 1 to " + COUNT_MAX)
                .orElse(COUNT_MAX);
    }

    /// A parameter as its reader reads it; empty if it is missing or if it breaks its rule.
    <T> Optional<T> read(String name, @Nullable String text, Function<String, Optional<T>> reader, String rule) {
        if (text == null) {
            return Optional.empty();
        }
        var value = reader.apply(text);
        if (value.isEmpty()) {
            breaks(name, rule);
        }
        return value;
    }

    /// Notes that a parameter breaks a rule.
    void breaks(String name, String rule) {
        violations.add(new Violation(name, rule));
    }

    /// @throws Problem if any parameter breaks its rule
    void check() {
        if (!violations.isEmpty()) {
            throw Problem.malformed("A parameter breaks its rule.", violations);
        }
    }

    private static Optional<Integer> counted(String digits) {
        return Optional.of(digits)
                .filter(text -> COUNT.matcher(text).matches())
                .map(Integer::parseInt)
                .filter(count -> count <= COUNT_MAX);
    }
}
