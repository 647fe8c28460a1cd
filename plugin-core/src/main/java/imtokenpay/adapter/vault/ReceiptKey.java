package imtokenpay.adapter.vault;

import imtokenpay.payment.receipt.ReceiptSigner;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// Signs with an Ed25519 key (RFC 8032) that is derived from the settings' key (HKDF, RFC 5869): all nodes have the
/// same one, and there is nothing more to keep safe or to back up.
public final class ReceiptKey implements ReceiptSigner {
    private static final byte[] PURPOSE = "imtoken-pay receipts v1".getBytes(StandardCharsets.US_ASCII);

    private final SettingsKey key;

    /// @param key asked for once something is signed
    public ReceiptKey(SettingsKey key) {
        this.key = key;
    }

    @Override
    public Optional<String> sign(String receipt) {
        return privateKey().map(secret -> {
            var header = "{\"alg\":\"EdDSA\",\"kid\":\"" + id(secret) + "\",\"typ\":\"receipt+json\"}";
            var signed = base64(header) + "." + base64(receipt);
            var bytes = signed.getBytes(StandardCharsets.US_ASCII);
            var signer = new Ed25519Signer();
            signer.init(true, secret);
            signer.update(bytes, 0, bytes.length);
            return signed + "." + base64(signer.generateSignature());
        });
    }

    @Override
    public String publicKeys() {
        var keys = privateKey()
                .map(secret -> "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + x(secret) + "\",\"kid\":\""
                        + id(secret) + "\",\"alg\":\"EdDSA\",\"use\":\"sig\"}");
        return "{\"keys\":[" + keys.orElse("") + "]}";
    }

    private Optional<Ed25519PrivateKeyParameters> privateKey() {
        return key.foundOrMade().map(secret -> {
            var derived = new byte[Ed25519PrivateKeyParameters.KEY_SIZE];
            var hkdf = new HKDFBytesGenerator(new SHA256Digest());
            hkdf.init(new HKDFParameters(secret.getEncoded(), new byte[0], PURPOSE));
            hkdf.generateBytes(derived, 0, derived.length);
            return new Ed25519PrivateKeyParameters(derived, 0);
        });
    }

    // The key's thumbprint (RFC 7638, RFC 8037 2): the hash of its members in this order.
    private static String id(Ed25519PrivateKeyParameters secret) {
        var members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x(secret) + "\"}";
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII));
            return base64(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String x(Ed25519PrivateKeyParameters secret) {
        return base64(secret.generatePublicKey().getEncoded());
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
