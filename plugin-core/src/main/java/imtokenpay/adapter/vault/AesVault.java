package imtokenpay.adapter.vault;

import imtokenpay.merchant.setting.Vault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Seals with AES-256 in Galois/Counter Mode (NIST SP 800-38D): a nonce of 96 random bits before the
/// text, a tag of 128 bits after it, the name as associated data. With random nonces one key is good
/// for 2^32 texts (ibid., 8.3); settings are changed by people.
public final class AesVault implements Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SettingsKey key;
    private final SecureRandom random = new SecureRandom();

    /// @param key asked for once something is sealed or opened
    public AesVault(SettingsKey key) {
        this.key = key;
    }

    @Override
    public String seal(String name, String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, key.made(), nonce, name).doFinal(text.getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getEncoder().withoutPadding().encodeToString(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String open(String name, String sealed) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            var nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            var rest = new byte[bytes.remaining()];
            bytes.get(rest);
            var text = cipher(Cipher.DECRYPT_MODE, key.found(), nonce, name).doFinal(rest);
            return new String(text, StandardCharsets.UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException | java.nio.BufferUnderflowException wrong) {
            throw new IllegalStateException(
                    "The setting " + name + " in the database was sealed with another key than " + key.words()
                            + ", or somebody has changed it there. Put the key back that was in use when it was saved;"
                            + " if that is lost, delete the rows of the table kept_setting and set up anew.",
                    wrong);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String name) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
