package imtokenpay.shapes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// An order that counts how often it was paid.
@Entity
@Table(name = "shape_order")
public class ShapeOrder {

    @Id
    @Column(name = "order_ref", length = 64)
    private String orderRef = "";

    @Column(name = "paid_times", nullable = false)
    private int paidTimes;

    /// For the persistence provider.
    protected ShapeOrder() {}

    ShapeOrder(String orderRef) {
        this.orderRef = orderRef;
    }

    int paidTimes() {
        return paidTimes;
    }

    void pay() {
        paidTimes++;
    }
}
