package imtokenpay.storefront.json;

import java.io.Serial;

/// Something that is not JSON of the contract's shape.
public final class UnreadableJson extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableJson(String message) {
        super(message);
    }

    UnreadableJson(String message, Throwable cause) {
        super(message, cause);
    }
}
