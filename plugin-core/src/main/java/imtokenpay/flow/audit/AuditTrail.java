package imtokenpay.flow.audit;

/// Keeps what was done, in the transaction that does it: there is no deed without its row, and no row without its deed.
public interface AuditTrail {
    /// Adds a row. Until the transaction ends, nobody else can: so it is the last step of a use case.
    void add(Deed deed);
}
