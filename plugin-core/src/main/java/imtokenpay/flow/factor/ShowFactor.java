package imtokenpay.flow.factor;

import imtokenpay.flow.UseCase;
import imtokenpay.merchant.Owners;
import imtokenpay.merchant.factor.SecondFactors;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Who has a second factor, and what that means for his sessions.
@UseCase
public class ShowFactor {
    private final Owners owners;
    private final SecondFactors factors;
    private final FactorRule rule;

    @Inject
    public ShowFactor(Owners owners, SecondFactors factors, FactorRule rule) {
        this.owners = owners;
        this.factors = factors;
        this.rule = rule;
    }

    /// What a session of an owner begins with: another password, role or second factor makes another
    /// mark, and ends it.
    ///
    /// @return empty if there is no such owner
    public Optional<String> mark(String name) {
        return owners.byName(name)
                .map(owner -> owner.passwordHash() + " " + owner.role().word() + " "
                        + since(name).map(Instant::toString).orElse("without"));
    }

    /// Whether an owner must switch a second factor on before he does anything else.
    public boolean isMissing(String name) {
        return rule.required() && since(name).isEmpty();
    }

    /// Whether owners must have one.
    public boolean isRequired() {
        return rule.required();
    }

    /// Since when an owner has one; empty if he has none.
    public Optional<Instant> since(String name) {
        return factors.since(name);
    }

    /// How many recovery codes he has left.
    public int recoveryLeft(String name) {
        return factors.recoveryLeft(name);
    }

    /// The names of those who have one, in lower case.
    public Set<String> owners() {
        return factors.owners();
    }
}
