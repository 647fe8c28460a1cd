package imtokenpay.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What was measured, as a table for people and as a file for programs.
public final class Report {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Report() {}

    /// One line as text.
    public static String text(Line line) {
        return String.format(
                Locale.ROOT,
                "%-28s %10s %-34s %-9s %-7s %s",
                line.row(),
                Line.number(line.figure()),
                line.unit(),
                line.goalText(),
                line.goal() instanceof Line.Goal.None ? "" : line.isMet() ? "met" : "MISSED",
                details(line));
    }

    /// Writes all lines, and where and when they were measured.
    public static void write(Path file, List<Line> lines, Instant begun) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("begun", begun.toString());
        report.put("java", System.getProperty("java.vm.version"));
        report.put("cpus", Runtime.getRuntime().availableProcessors());
        report.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        report.put("lines", lines.stream().map(Report::json).toList());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, JSON.writeValueAsBytes(report));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static Map<String, Object> json(Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("row", line.row());
        json.put("figure", line.figure());
        json.put("unit", line.unit());
        json.put("goal", line.goalText());
        json.put("met", line.isMet());
        json.put("details", new TreeMap<>(line.details()));
        return json;
    }

    private static String details(Line line) {
        return new TreeMap<>(line.details())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " "
                                + (entry.getValue() instanceof Double number
                                        ? Line.number(number)
                                        : String.valueOf(entry.getValue())))
                        .collect(Collectors.joining(", "));
    }
}
