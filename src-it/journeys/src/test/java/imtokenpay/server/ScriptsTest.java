package imtokenpay.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts that a person starts.
class ScriptsTest {
    private static final Path ROOT = Built.here().root();

    @TempDir
    private Path folder = Path.of("");

    private record Outcome(int exit, String output) {}

    private static Outcome bash(List<String> environment, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("env"));
        command.addAll(environment);
        command.add("bash");
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "bash ended");
        return new Outcome(process.exitValue(), output);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.writeString(javac, "#!/bin/sh\necho javac " + version + "\n");
        assertTrue(javac.toFile().setExecutable(true));
        return home;
    }

    private static Outcome findJdk(String... environment) throws IOException, InterruptedException {
        return bash(List.of(environment), "-c", ". src-it/journeys/src/main/sh/tools.sh; find_jdk");
    }

    @Test
    void a_jdk_that_is_new_enough_is_taken_from_java_home() throws IOException, InterruptedException {
        Path home = jdk("twenty-one", "21.0.9");
        assertEquals(home + "\n", findJdk("JAVA_HOME=" + home).output());
    }

    @Test
    void an_old_jdk_in_java_home_is_passed_over() throws IOException, InterruptedException {
        Path old = jdk("seventeen", "17.0.15");
        Outcome outcome = findJdk("JAVA_HOME=" + old);
        assertEquals(0, outcome.exit(), outcome.output());
        assertTrue(!outcome.output().contains(old.toString()), outcome.output());
    }

    @Test
    void the_newest_jdk_in_the_usual_folders_is_taken() throws IOException, InterruptedException {
        jdk(".jdks/old", "21.0.9");
        Path newest = jdk(".jdks/new", "99.0.1");
        Path nothing = Files.createDirectories(folder.resolve("nothing"));
        for (String tool : List.of("sed", "bash", "env")) {
            Files.createSymbolicLink(nothing.resolve(tool), Path.of("/usr/bin", tool));
        }
        Outcome outcome = findJdk("-u", "JAVA_HOME", "HOME=" + folder, "PATH=" + nothing);
        assertEquals(newest + "\n", outcome.output());
    }

    @Test
    void an_unknown_option_of_the_demo_is_refused_with_its_usage() throws IOException, InterruptedException {
        Outcome outcome = bash(List.of(), "./demo", "--sotry");
        assertEquals(2, outcome.exit());
        assertTrue(outcome.output().startsWith("unknown option: --sotry\nusage: ./demo"), outcome.output());
    }

    @Test
    void a_port_that_is_no_port_is_refused() throws IOException, InterruptedException {
        assertEquals(2, bash(List.of(), "./demo", "--port", "70000").exit());
        assertEquals(2, bash(List.of(), "./demo", "--port").exit());
    }

    @Test
    void help_is_given() throws IOException, InterruptedException {
        Outcome outcome = bash(List.of(), "./demo", "--help");
        assertEquals(0, outcome.exit());
        assertTrue(outcome.output().contains("--story"), outcome.output());
    }
}
