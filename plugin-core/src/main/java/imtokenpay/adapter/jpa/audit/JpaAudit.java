package imtokenpay.adapter.jpa.audit;

import imtokenpay.flow.audit.AuditBook;
import imtokenpay.flow.audit.AuditRow;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;

/// The audit log: rows in one chain, whose end is locked by whoever adds to it.
@Dependent
public class JpaAudit implements AuditTrail, AuditBook {
    private static final Logger LOG = System.getLogger(JpaAudit.class.getName());

    private final EntityManager entities;
    private final InstantSource clock;

    @Inject
    public JpaAudit(EntityManager entities, InstantSource clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public void add(Deed deed) {
        var head = locked();
        var row = AuditRow.following(new Head(head.number, head.seal), clock.instant(), deed);
        entities.persist(DeedRow.of(row));
        head.number = row.number();
        head.seal = row.seal();
        // With the seal: who can write to the database can write all seals anew, but not those in a log elsewhere.
        LOG.log(
                Level.INFO,
                "audit {0}: {1} {2} {3} {4}",
                String.valueOf(row.number()),
                row.seal(),
                deed.action(),
                deed.subject(),
                deed.by());
    }

    @Override
    public List<AuditRow> before(long number, int count) {
        return rows("select d from DeedRow d where d.number < ?1 order by d.number desc", number, count);
    }

    @Override
    public List<AuditRow> after(long number, int count) {
        return rows("select d from DeedRow d where d.number > ?1 order by d.number", number, count);
    }

    @Override
    public Head head() {
        var head = locked();
        return new Head(head.number, head.seal);
    }

    private HeadRow locked() {
        return entities.find(HeadRow.class, HeadRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    private List<AuditRow> rows(String question, long number, int count) {
        var rows = entities.createQuery(question, DeedRow.class)
                .setParameter(1, number)
                .setMaxResults(count)
                .getResultList();
        var kept = rows.stream().map(DeedRow::row).toList();
        // A book of a million rows is read page by page: what was read is not held on to.
        rows.forEach(entities::detach);
        return kept;
    }
}
