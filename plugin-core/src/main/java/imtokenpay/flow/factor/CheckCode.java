package imtokenpay.flow.factor;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.flow.people.OwnerNews.Event;
import imtokenpay.flow.people.TellPeople;
import imtokenpay.merchant.factor.RecoveryCode;
import imtokenpay.merchant.factor.SecondFactors;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;

/// Asks for the second factor of somebody who said a password. All tries on one owner come one after
/// the other, on all nodes together, so that no code works twice and many guesses at once gain nothing.
@UseCase
public class CheckCode {
    private static final Logger LOG = System.getLogger(CheckCode.class.getName());

    private final SecondFactors factors;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final TellPeople tell;

    @Inject
    public CheckCode(SecondFactors factors, AuditTrail audit, InstantSource clock, TellPeople tell) {
        this.factors = factors;
        this.audit = audit;
        this.clock = clock;
        this.tell = tell;
    }

    /// Whether somebody is who he says. A code is used up only by a yes; where the password is wrong,
    /// the same is read and written, so that the time does not tell that it was.
    ///
    /// @param isPasswordRight whether the password is that owner's
    /// @param code as it was typed; is not looked at where there is no second factor
    public boolean admits(String name, boolean isPasswordRight, String code) {
        var kept = factors.locked(name);
        if (kept.isEmpty()) {
            return isPasswordRight;
        }
        var now = clock.instant();
        var taken = kept.get().taking(code.replaceAll("\\s", ""), now);
        var recovery = RecoveryCode.read(code).filter(one -> factors.holds(name, one));
        if (isPasswordRight && (taken.isPresent() || recovery.isPresent())) {
            taken.ifPresent(factor -> factors.keep(name, factor.use()));
            recovery.ifPresent(one -> spend(name, one));
            return true;
        }
        factors.keep(name, kept.get().missed(isPasswordRight ? 1 : 0, now).use());
        if (isPasswordRight) {
            LOG.log(Level.WARNING, "Somebody said the right password of {0} with a wrong code.", name);
        }
        return false;
    }

    private void spend(String name, RecoveryCode code) {
        factors.spend(name, code);
        tell.mail(name, "used a recovery code");
        tell.show(name, Event.RECOVERY_CODE_USED, name);
        audit.add(Deed.of(name, Action.RECOVERY_CODE_USED, name, factors.recoveryLeft(name) + " left"));
    }
}
