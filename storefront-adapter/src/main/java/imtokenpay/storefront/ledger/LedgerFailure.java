package imtokenpay.storefront.ledger;

import java.io.Serial;

/// The store's database did not do its part.
public final class LedgerFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public LedgerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
