package imtokenpay.admin.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which report.
enum Kind {
    /// Payments that were settled, one line each.
    PAYMENTS,
    /// Money that went back, one line for each transfer.
    REFUNDS,
    /// Money that came and settled no order, one line for each transfer.
    LOOSE,
    /// What was settled, one line for each day, store, asset and currency.
    DAYS,
    /// Every account in every asset, as it stands now.
    BALANCE;

    /// The word in addresses.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
