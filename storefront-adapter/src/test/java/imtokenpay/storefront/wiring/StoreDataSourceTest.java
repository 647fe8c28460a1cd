package imtokenpay.storefront.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.storefront.ledger.LedgerFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreDataSourceTest {

    @TempDir
    private Path folder;

    @Test
    void the_first_jta_data_source_is_taken() throws IOException {
        assertEquals(Optional.of("java:app/jdbc/a"), named("""
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                <persistence-unit name="x"><jta-data-source> java:app/jdbc/a </jta-data-source></persistence-unit>
                <persistence-unit name="y"><jta-data-source>java:app/jdbc/b</jta-data-source></persistence-unit>
                </persistence>"""));
    }

    @Test
    void a_unit_without_one_names_none() throws IOException {
        assertEquals(Optional.empty(), named("<persistence><persistence-unit name='x'/></persistence>"));
    }

    @Test
    void an_outside_entity_is_never_fetched() {
        assertThrows(LedgerFailure.class, () -> named("""
                <!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/hostname">]>
                <persistence><jta-data-source>&e;</jta-data-source></persistence>"""));
    }

    private Optional<String> named(String xml) throws IOException {
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF/persistence.xml"), xml);
        URI here = folder.toUri();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {here.toURL()}, null)) {
            return StoreDataSource.named(loader);
        }
    }
}
