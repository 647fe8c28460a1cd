package imtokenpay.adapter.jpa.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// The end of the chain of rows: one row, which the schema brings along.
@Entity
@Table(name = "audit_head")
class HeadRow {
    static final int ONLY = 1;

    @Id
    int id = ONLY;

    long number;

    String seal = "";
}
