package imtokenpay.adapter.jpa.resolve;

import imtokenpay.flow.resolve.Decisions;
import imtokenpay.flow.resolve.Resolution;
import imtokenpay.payment.PaymentId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/// People's decisions as rows.
@Dependent
public class JpaDecisions implements Decisions {
    private final EntityManager entities;

    @Inject
    public JpaDecisions(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(Resolution resolution) {
        entities.persist(DecisionRow.of(resolution));
    }

    @Override
    public List<Resolution> of(PaymentId id) {
        return entities.createQuery(
                        "select d from DecisionRow d where d.paymentId = ?1 order by d.id", DecisionRow.class)
                .setParameter(1, id.text())
                .getResultStream()
                .map(DecisionRow::resolution)
                .toList();
    }
}
