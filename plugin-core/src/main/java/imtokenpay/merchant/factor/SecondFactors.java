package imtokenpay.merchant.factor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The owners' second factors. Names are compared without regard to case.
public interface SecondFactors {
    /// An owner's second factor. Nobody else reads it here or changes it until the transaction ends.
    Optional<SecondFactor> locked(String owner);

    /// Since when an owner has one; empty if he has none.
    Optional<Instant> since(String owner);

    /// The names of those who have one, in lower case.
    Set<String> owners();

    /// Switches one on.
    ///
    /// @param recovery all his recovery codes
    /// @return false when he has one already; nothing was changed then
    boolean add(String owner, SecondFactor factor, List<RecoveryCode> recovery);

    /// Keeps how it was used.
    void keep(String owner, SecondFactor.Use use);

    /// Whether that recovery code of his was not used yet.
    boolean holds(String owner, RecoveryCode code);

    /// Uses a recovery code up.
    void spend(String owner, RecoveryCode code);

    /// How many recovery codes were not used yet.
    int recoveryLeft(String owner);

    /// Switches it off; his recovery codes are void then.
    ///
    /// @return whether there was one
    boolean remove(String owner);
}
