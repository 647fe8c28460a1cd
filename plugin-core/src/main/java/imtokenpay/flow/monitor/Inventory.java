package imtokenpay.flow.monitor;

/// What the database knows of the plugin's own state. Each question is answered by an index alone.
public interface Inventory {
    /// Asks the least that can be asked.
    ///
    /// @throws RuntimeException if the database does not answer
    void touch();
}
