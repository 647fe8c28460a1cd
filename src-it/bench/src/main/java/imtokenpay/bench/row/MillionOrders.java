package imtokenpay.bench.row;

import imtokenpay.bench.plugin.MillionProcess;
import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.WrongCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// A million open orders, an address each, watched by a plugin with a heap of 512 MB on H2: how long a look takes. It
/// fails where the heap does not suffice.
public final class MillionOrders implements Row {
    private static final String ORDERS = "1000000";

    @Override
    public String name() {
        return "orders.million";
    }

    @Override
    public List<Line> run() {
        try {
            var folder = Files.createTempDirectory("million");
            try {
                java("-Xmx1g", "fill", folder.toString(), ORDERS);
                return List.of(line(java("-Xmx512m", "watch", folder.toString(), ORDERS)));
            } finally {
                delete(folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Line line(String said) {
        var figures = said.strip().split(" ");
        if (figures.length != 5) {
            return new Line(
                    name(), 0, "of 1,000,000 watched in 512 MB", new Line.Goal.AtLeast(1), Map.of("said", said));
        }
        if (!figures[0].equals(figures[1])) {
            throw new WrongCount(figures[0] + " payments seen instead of " + figures[1]);
        }
        return new Line(
                name(),
                1,
                "million watched in 512 MB",
                new Line.Goal.AtLeast(1),
                Map.of(
                        "payments seen",
                        figures[0],
                        "first look ms",
                        figures[2],
                        "next look ms",
                        figures[3],
                        "peak heap MB",
                        figures[4]));
    }

    private static String java(String heap, String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-classpath",
                System.getProperty("java.class.path"),
                MillionProcess.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
