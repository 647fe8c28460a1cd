package imtokenpay.flow.factor;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.merchant.factor.FactorSecret;
import imtokenpay.merchant.factor.RecoveryCode;
import imtokenpay.merchant.factor.SecondFactor;
import imtokenpay.merchant.factor.SecondFactors;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Switches people's own second factors on and off. That the owner has just said his password is its caller's matter.
@UseCase
public class ManageFactor {
    /// How many recovery codes there are.
    public static final int RECOVERY_CODES = 10;

    private final SecondFactors factors;
    private final CheckCode check;
    private final AuditTrail audit;
    private final RandomGenerator random;
    private final InstantSource clock;

    @Inject
    public ManageFactor(
            SecondFactors factors, CheckCode check, AuditTrail audit, RandomGenerator random, InstantSource clock) {
        this.factors = factors;
        this.check = check;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
    }

    /// A new secret, of which nothing is kept yet.
    public FactorSecret newSecret() {
        return FactorSecret.random(random);
    }

    /// Switches an owner's second factor on, once a code has shown that his app has the secret.
    ///
    /// @return his recovery codes, which can be shown only now; empty if the code is wrong or he
    ///     has a second factor already: nothing was changed then
    public Optional<List<RecoveryCode>> set(String name, FactorSecret secret, String code) {
        var now = clock.instant();
        var factor = SecondFactor.fresh(secret, now).taking(code.replaceAll("\\s", ""), now);
        var recovery = Stream.generate(() -> RecoveryCode.random(random))
                .limit(RECOVERY_CODES)
                .toList();
        if (factor.isEmpty() || !factors.add(name, factor.get(), recovery)) {
            return Optional.empty();
        }
        audit.add(Deed.of(name, Action.SECOND_FACTOR_SET, name, ""));
        return Optional.of(recovery);
    }

    /// Switches an owner's own second factor off, by a code of it.
    ///
    /// @return false if the code is wrong or there is no second factor
    public boolean remove(String name, String code) {
        if (!check.admits(name, true, code) || !factors.remove(name)) {
            return false;
        }
        audit.add(Deed.of(name, Action.SECOND_FACTOR_REMOVED, name, ""));
        return true;
    }
}
