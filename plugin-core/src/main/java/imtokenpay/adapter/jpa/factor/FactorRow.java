package imtokenpay.adapter.jpa.factor;

import imtokenpay.merchant.factor.SecondFactor;
import imtokenpay.merchant.factor.SecondFactor.Use;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// An owner's second factor.
@Entity
@Table(name = "second_factor")
class FactorRow {
    @Id
    String owner = "";

    String secret = "";

    @Column(name = "set_at")
    Instant setAt = Instant.EPOCH;

    @Column(name = "used_step")
    long usedStep;

    int wrong;

    @Column(name = "wrong_since")
    Instant wrongSince = Instant.EPOCH;

    SecondFactor factor(OwnerSecrets secrets) {
        return new SecondFactor(secrets.read(owner, secret), setAt, new Use(usedStep, wrong, wrongSince));
    }
}
