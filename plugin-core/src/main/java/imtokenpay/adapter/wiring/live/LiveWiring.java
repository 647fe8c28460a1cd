package imtokenpay.adapter.wiring.live;

import imtokenpay.adapter.vault.AesVault;
import imtokenpay.adapter.vault.ReceiptKey;
import imtokenpay.adapter.vault.SettingsKey;
import imtokenpay.adapter.wiring.Settings;
import imtokenpay.merchant.setting.Vault;
import imtokenpay.payment.receipt.ReceiptSigner;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;

/// Makes what keeps settings safe, and what signs receipts.
@Dependent
public class LiveWiring {
    private static final String KEY = "imtoken.settings.key";
    private static final String KEY_FILE = "imtoken.settings.key-file";
    private static final String KEY_FILE_DEFAULT = "imtoken-pay-data/settings.key";
    private static final String DATABASE = "imtoken.db.class";

    @Produces
    @Singleton
    Vault vault(Settings settings) {
        return new AesVault(key(settings));
    }

    @Produces
    @Singleton
    ReceiptSigner receiptSigner(Settings settings) {
        return new ReceiptKey(key(settings));
    }

    static SettingsKey key(Settings settings) {
        try {
            return new SettingsKey(settings.configured(KEY), file(settings));
        } catch (IllegalArgumentException wrong) {
            throw Settings.wrong(KEY, wrong.getMessage());
        }
    }

    // An H2 file belongs to one server, so a key beside it is enough. Another database may have several nodes.
    private static Optional<Path> file(Settings settings) {
        var isOurs = settings.configured(DATABASE)
                .map(name -> name.startsWith("org.h2."))
                .orElse(true);
        return settings.configured(KEY_FILE)
                .or(() -> isOurs ? Optional.of(KEY_FILE_DEFAULT) : Optional.empty())
                .map(Path::of);
    }
}
