package imtokenpay.adapter.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key that kept settings are sealed with: written in the configuration, or in a file of its own
/// that is made when the first setting is kept.
///
/// @param written as in the configuration: base64 of 32 bytes
/// @param file where it is looked for otherwise; empty where it must be written, since several nodes
/// need the same
public record SettingsKey(Optional<String> written, Optional<Path> file) {
    private static final int BYTES = 32;
    private static final FileAttribute<?> FOR_THE_SERVER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /// @throws IllegalArgumentException in words that follow the setting's name if what is written is
    /// no key
    public SettingsKey {
        written.ifPresent(SettingsKey::key);
    }

    /// The key that is there.
    ///
    /// @throws IllegalStateException in words for the integrator if there is none
    SecretKey found() {
        return present()
                .orElseThrow(() -> new IllegalStateException("The settings that were made on the admin screens"
                        + " cannot be read: their key, " + words() + ", is missing. Put it back where it was."));
    }

    /// The key that is there, or a new one.
    ///
    /// @throws IllegalStateException in words for the integrator if there is none and none can be made
    SecretKey made() {
        return present().orElseGet(this::fresh);
    }

    /// The key that is there, or a new one; empty if there is none and it must be written.
    ///
    /// @throws IllegalStateException in words for the integrator if a new one cannot be kept
    Optional<SecretKey> foundOrMade() {
        return present().or(() -> file.map(here -> fresh()));
    }

    /// What it is called.
    String words() {
        return file.isPresent() && written.isEmpty() ? "the file " + file.get() : "imtoken.settings.key";
    }

    @Override
    public String toString() {
        return words();
    }

    private Optional<SecretKey> present() {
        return written.map(SettingsKey::key)
                .or(() -> file.filter(Files::exists).map(SettingsKey::read).map(SettingsKey::key));
    }

    private SecretKey fresh() {
        var path = file.orElseThrow(() -> new IllegalStateException("Nothing can be kept yet: several nodes may share"
                + " this database, and each needs the same key to read settings. Set imtoken.settings.key on every"
                + " node to what this prints: openssl rand -base64 32"));
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            write(path, Base64.getEncoder().encodeToString(bytes));
        } catch (FileAlreadyExistsException another) {
            return key(read(path));
        } catch (IOException wrong) {
            throw new IllegalStateException(
                    "Nothing can be kept: the key could not be written to " + path + " (" + wrong + "). Let the server"
                            + " write there, or set imtoken.settings.key.",
                    wrong);
        }
        return key(Base64.getEncoder().encodeToString(bytes));
    }

    // Readable by the server alone from the first moment on, and under its name only when it is whole.
    private static void write(Path path, String text) throws IOException {
        var draft = draft(path.toAbsolutePath().getParent());
        try {
            Files.writeString(draft, text);
            Files.createLink(path, draft);
        } catch (UnsupportedOperationException noLinks) {
            Files.move(draft, path);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Path draft(Path folder) throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createTempFile(folder, "key", ".new", FOR_THE_SERVER_ALONE)
                : Files.createTempFile(folder, "key", ".new");
    }

    private static String read(Path path) {
        try {
            return Files.readString(path).strip();
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static SecretKey key(String text) {
        var bytes = decoded(text);
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("must be base64 of 32 random bytes, as openssl rand -base64 32 prints");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }
}
