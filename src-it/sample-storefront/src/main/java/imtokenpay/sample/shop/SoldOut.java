package imtokenpay.sample.shop;

import java.io.Serial;

/// Fewer books are left than were asked for, or there is no such book.
public final class SoldOut extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    SoldOut() {
        super("So many of this book are not in stock any more.");
    }
}
