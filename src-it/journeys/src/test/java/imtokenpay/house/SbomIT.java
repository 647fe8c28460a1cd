package imtokenpay.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.server.Built;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The bill of materials beside the WAR says what is in the WAR as built. Made by `mvn -Dsbom verify`, as ./check does.
@EnabledIfSystemProperty(
        named = "sbom",
        matches = ".*",
        disabledReason = "mvn -Dsbom verify writes the bill of materials")
class SbomIT {
    private static final String LIBRARIES = "WEB-INF/lib/";

    @Test
    void it_names_the_very_jars_that_are_in_the_war() throws Exception {
        var inWar = new TreeMap<String, String>();
        try (var war = new JarFile(Built.here().pluginWar().toFile())) {
            for (var entry : war.stream()
                    .filter(file -> file.getName().startsWith(LIBRARIES))
                    .toList()) {
                if (!entry.isDirectory()) {
                    inWar.put(sha256(war.getInputStream(entry).readAllBytes()), entry.getName());
                }
            }
        }
        var named = bill().path("components")
                .valueStream()
                .collect(Collectors.toMap(
                        SbomIT::sha256, component -> component.path("purl").asString()));
        assertTrue(inWar.size() > 20, inWar::toString);
        assertEquals(Map.of(), without(inWar, named), "in the WAR and not in the bill");
        assertEquals(Map.of(), without(named, inWar), "in the bill and not in the WAR");
    }

    @Test
    void each_of_them_has_a_licence() throws IOException {
        bill().path("components")
                .valueStream()
                .forEach(component -> assertFalse(component.path("licenses").isEmpty(), component::toString));
    }

    @Test
    void nothing_in_it_differs_from_build_to_build() throws IOException {
        assertTrue(bill().path("serialNumber").isMissingNode());
        assertTrue(bill().path("metadata").path("timestamp").isMissingNode());
    }

    private static JsonNode bill() throws IOException {
        var file = Built.here().pluginWar().resolveSibling("imtoken-pay-sbom.json");
        return JsonMapper.shared().readTree(Files.readAllBytes(file));
    }

    private static String sha256(JsonNode component) {
        return component
                .path("hashes")
                .valueStream()
                .filter(hash -> hash.path("alg").asString().equals("SHA-256"))
                .map(hash -> hash.path("content").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no SHA-256 of " + component.path("purl")));
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static Map<String, String> without(Map<String, String> all, Map<String, String> some) {
        var left = new TreeMap<>(all);
        left.keySet().removeAll(some.keySet());
        return left;
    }
}
