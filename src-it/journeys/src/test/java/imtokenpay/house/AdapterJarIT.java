package imtokenpay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.server.Built;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/// The jar as built lies among the libraries of a store, and clashes with none of them.
class AdapterJarIT {
    private static final String OURS = "imtokenpay/storefront/";
    private static final Set<String> SHARED = Set.of(
            "META-INF/MANIFEST.MF",
            "META-INF/beans.xml",
            "META-INF/imtoken.taglib.xml",
            "META-INF/services/jakarta.servlet.ServletContainerInitializer",
            "META-INF/resources/imtoken/choice.xhtml",
            "META-INF/resources/imtoken/pay.xhtml",
            "META-INF/resources/imtoken/status.xhtml");
    private static final Pattern DEPENDENCY =
            Pattern.compile("<dependency>.*?<artifactId>([^<]+)</artifactId>.*?</dependency>", Pattern.DOTALL);

    @Test
    void it_has_only_our_package_and_what_a_server_looks_for() throws IOException {
        var files = new TreeSet<String>();
        try (var jar = new JarFile(Built.here().adapterJar().toFile())) {
            jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .forEach(files::add);
        }
        assertTrue(files.stream().filter(file -> file.endsWith(".class")).count() > 50, files::toString);
        assertEquals(
                List.of(),
                files.stream()
                        .filter(file -> !file.startsWith(OURS) && !SHARED.contains(file))
                        // Where Maven notes what the jar was made of.
                        .filter(file -> !file.startsWith("META-INF/maven/imtokenpay/"))
                        .toList());
        // It would count as much as the store's own and could hide it.
        assertTrue(files.stream().noneMatch(file -> file.endsWith("microprofile-config.properties")));
    }

    @Test
    void it_brings_no_library_and_needs_only_what_the_server_has() {
        var pom = String.join("\n", Repository.lines(Repository.root().resolve("storefront-adapter/pom.xml")));
        var needed = DEPENDENCY
                .matcher(pom)
                .results()
                .filter(dependency -> !dependency.group().contains("<scope>test</scope>"))
                .map(dependency -> dependency.group(1))
                .toList();
        assertEquals(List.of("jakarta.jakartaee-api", "microprofile-config-api"), needed);
        var parent = String.join("\n", Repository.lines(Repository.root().resolve("pom.xml")));
        for (var name : needed) {
            assertTrue(
                    DEPENDENCY
                            .matcher(parent)
                            .results()
                            .filter(dependency -> dependency.group(1).equals(name))
                            .map(MatchResult::group)
                            .anyMatch(dependency -> dependency.contains("<scope>provided</scope>")),
                    name);
        }
    }
}
