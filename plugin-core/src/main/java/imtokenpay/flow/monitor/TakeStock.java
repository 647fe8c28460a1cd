package imtokenpay.flow.monitor;

import imtokenpay.flow.UseCase;
import jakarta.inject.Inject;

/// Reads the plugin's own state out of the database.
@UseCase
public class TakeStock {
    private final Inventory inventory;

    @Inject
    public TakeStock(Inventory inventory) {
        this.inventory = inventory;
    }

    /// Finds out whether the database answers.
    ///
    /// @throws RuntimeException if it does not
    public void touch() {
        inventory.touch();
    }
}
