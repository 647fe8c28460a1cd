package imtokenpay.monitor;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the plugin serves, read as Prometheus reads it: by name and labels.
record Figures(Map<String, BigDecimal> values) {
    private static final Pattern LINE = Pattern.compile("^(imtoken_pay_\\w+)\\{(.*)} (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final Pattern PART_OF_A_SPREAD = Pattern.compile("_(bucket|count|sum)$");

    static Figures in(String served) {
        Map<String, BigDecimal> values = new TreeMap<>();
        served.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> values.put(line.group(1) + " " + line.group(2), new BigDecimal(line.group(3))));
        return new Figures(values);
    }

    /// The sum of what is served under that name with labels among which those are, as they are written there.
    long sum(String name, String labels) {
        List<BigDecimal> found = values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(name + " "))
                .filter(entry -> entry.getKey().contains(labels))
                .map(Map.Entry::getValue)
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError(name + " with " + labels + " is not among " + values.keySet());
        }
        return found.stream().reduce(BigDecimal.ZERO, BigDecimal::add).longValue();
    }

    /// Every name, with the names of its labels; a histogram once. Of the labels, those of the server are left out.
    Set<String> shapes() {
        return values.keySet().stream().map(Figures::shape).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shape(String key) {
        String name =
                PART_OF_A_SPREAD.matcher(key.substring(0, key.indexOf(' '))).replaceFirst("");
        String labels = LABEL.matcher(key)
                .results()
                .map(label -> label.group(1))
                .filter(label -> !label.equals("mp_scope") && !label.equals("le"))
                .collect(Collectors.joining(","));
        return name + " " + labels;
    }
}
