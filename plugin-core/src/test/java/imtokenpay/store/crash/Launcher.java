package imtokenpay.store.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/// Starts node processes, fast: the classes are packed into jars and, after the first life, into an archive that
/// the JVM maps instead of reading them one by one. That halves a life of two seconds.
final class Launcher {
    private static final int MINUTES_MAX = 5;
    private static final long PAUSE_NANOS = 2_000_000;

    private final Path folder;
    private final String classPath;

    Launcher(Path folder) throws IOException {
        this.folder = folder;
        var entries = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            var path = Path.of(entry);
            if (Files.isDirectory(path)) {
                entries.add(jar(path, folder.resolve("classes-" + entries.size() + ".jar")));
            } else if (Files.exists(path)) {
                entries.add(entry);
            }
        }
        classPath = String.join(File.pathSeparator, entries);
    }

    /// Lets a node live; gives its exit code.
    int live(String database, Diary diary, long seed, Death.Plan plan) throws IOException, InterruptedException {
        var process = start(
                NodeProcess.class,
                List.of(
                        database,
                        diary.folder().toString(),
                        Long.toString(seed),
                        plan.point(),
                        Integer.toString(plan.count()),
                        Long.toString(plan.nanos())));
        if (plan.isFromOutside()) {
            kill(process, diary, plan);
        }
        if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("a node does not end: " + plan + " in world " + seed);
        }
        return process.exitValue();
    }

    private static void kill(Process process, Diary diary, Death.Plan plan) {
        var tick = diary.tick() + plan.count();
        while (process.isAlive() && diary.tick() < tick) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        LockSupport.parkNanos(plan.nanos());
        // Who has lived to the end of the world meanwhile was not killed.
        if (process.isAlive() && diary.tick() < World.TICKS) {
            process.destroyForcibly();
            diary.death(Death.FROM_OUTSIDE);
        }
    }

    /// Starts a JVM with that class in it.
    Process start(Class<?> main, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Xlog:disable"));
        command.addAll(List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + folder.resolve("node.jsa")));
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /// What the last node had to say.
    Path log() {
        return folder.resolve("log");
    }

    /// That, as a text.
    String said() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String jar(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            // Folders too: Flyway finds no migration in a jar that does not list them.
            for (var file : files.filter(file -> !file.equals(classes)).toList()) {
                var name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
                if (Files.isRegularFile(file)) {
                    Files.copy(file, out);
                }
                out.closeEntry();
            }
        }
        return jar.toString();
    }
}
