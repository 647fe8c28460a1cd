package imtokenpay.adapter.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is sealed, and where its key comes from.
class AesVaultTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "Ä 链 €", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"})
    void what_is_sealed_opens_again_and_is_sealed_otherwise_each_time(String text) {
        var vault = written(KEY);
        var sealed = vault.seal("name", text);
        assertEquals(text, vault.open("name", sealed));
        assertNotEquals(sealed, vault.seal("name", text));
    }

    @Test
    void every_bit_counts() {
        var vault = written(KEY);
        var sealed = Base64.getDecoder().decode(vault.seal("name", "0xmine"));
        for (var i = 0; i < sealed.length * 8; i++) {
            var tampered = sealed.clone();
            tampered[i / 8] ^= (byte) (1 << i % 8);
            var text = Base64.getEncoder().encodeToString(tampered);
            assertThrows(IllegalStateException.class, () -> vault.open("name", text), "bit " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "not base64 at all!", "AAAAAAAAAAAAAAAAAAAA"})
    void what_was_never_sealed_is_refused_in_words(String text) {
        var words = assertThrows(IllegalStateException.class, () -> written(KEY).open("imtoken.networks", text))
                .getMessage();
        assertTrue(words.contains("imtoken.networks") && words.contains("kept_setting"), words);
    }

    @Test
    void another_name_or_another_key_opens_nothing() {
        var sealed = written(KEY).seal("mine", "0xmine");
        var other = Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes());
        assertThrows(IllegalStateException.class, () -> written(KEY).open("other", sealed));
        assertThrows(IllegalStateException.class, () -> written(other).open("mine", sealed));
    }

    @Test
    void a_key_is_made_when_the_first_text_is_sealed_for_the_server_alone_to_read() throws IOException {
        var file = folder.resolve("data/settings.key");
        var vault = new AesVault(new SettingsKey(Optional.empty(), Optional.of(file)));
        assertThrows(IllegalStateException.class, () -> vault.open("name", "AAAA"));
        assertTrue(Files.notExists(file), "nothing is made by reading");
        var sealed = vault.seal("name", "text");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("text", new AesVault(new SettingsKey(Optional.empty(), Optional.of(file))).open("name", sealed));
    }

    @Test
    void who_comes_while_the_key_is_made_gets_the_same_one() {
        for (var round = 0; round < 50; round++) {
            var file = folder.resolve("data" + round + "/settings.key");
            var keys = IntStream.range(0, 16)
                    .parallel()
                    .mapToObj(any -> new ReceiptKey(new SettingsKey(Optional.empty(), Optional.of(file))).publicKeys())
                    .distinct()
                    .toList();
            assertEquals(1, keys.size());
            assertArrayEquals(
                    new String[] {"settings.key"}, file.getParent().toFile().list());
        }
    }

    @Test
    void where_several_nodes_may_be_no_key_is_made() {
        var vault = new AesVault(new SettingsKey(Optional.empty(), Optional.empty()));
        var words = assertThrows(IllegalStateException.class, () -> vault.seal("name", "text"))
                .getMessage();
        assertTrue(words.contains("imtoken.settings.key") && words.contains("openssl rand -base64 32"), words);
    }

    @Test
    void a_key_that_is_lost_is_not_replaced_by_one_that_opens_nothing() throws IOException {
        var file = folder.resolve("settings.key");
        var vault = new AesVault(new SettingsKey(Optional.empty(), Optional.of(file)));
        var sealed = vault.seal("name", "text");
        Files.delete(file);
        var words = assertThrows(IllegalStateException.class, () -> vault.open("name", sealed))
                .getMessage();
        assertTrue(words.contains(file.toString()) && words.contains("missing"), words);
        assertTrue(Files.notExists(file), "the lost key was replaced");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "AAAA", "!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="})
    void what_is_no_key_is_refused_and_not_repeated(String text) {
        var words = assertThrows(
                        IllegalArgumentException.class, () -> new SettingsKey(Optional.of(text), Optional.empty()))
                .getMessage();
        assertEquals("must be base64 of 32 random bytes, as openssl rand -base64 32 prints", words);
    }

    private static AesVault written(String key) {
        return new AesVault(new SettingsKey(Optional.of(key), Optional.empty()));
    }
}
