package imtokenpay.store.contract;

import imtokenpay.flow.admin.ManageOwners;
import imtokenpay.flow.admin.ManageOwners.Outcome;
import imtokenpay.merchant.Owner;
import imtokenpay.merchant.Owner.Role;
import imtokenpay.merchant.factor.FactorSecret;
import imtokenpay.merchant.factor.SecondFactor;
import imtokenpay.merchant.setting.PendingChanges.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;

/// A shop that sells, of Anna and Ben. A thief has all that Anna signs in with, her second factor too; Ben reads the
/// pages once a day.
public abstract class TwoOwners extends StoreContract {
    static final Duration DAY = Duration.ofHours(24);

    PendingDesk desk;

    @BeforeEach
    void a_shop_that_sells() {
        desk = PendingDesk.thatSells(database(), shelf());
    }

    Outcome thief(Function<ManageOwners, Outcome> step) {
        return ask(() -> step.apply(desk.people().manage()));
    }

    void pass(Duration time) {
        desk.later(time);
        desk.look();
    }

    Role role(String name) {
        return ask(() -> shelf().owners().byName(name)).orElseThrow().role();
    }

    List<String> names() {
        return ask(() -> shelf().owners().all()).stream().map(Owner::name).toList();
    }

    List<String> news() {
        return ask(() -> desk.people().tell().shown()).stream()
                .map(one -> one.whom() + " " + one.event() + " " + one.by())
                .toList();
    }

    Key keyOf(String name) {
        return ask(() -> shelf().pending().of("person:" + name)).orElseThrow().key();
    }

    void withFactor(String name) {
        var factor = SecondFactor.fresh(FactorSecret.random(new Random(1)), desk.now());
        commit(() -> shelf().factors().add(name, factor, List.of()));
    }

    void ownerSince(String name, Instant moment) {
        database()
                .execute("update shop_owner set owner_since = timestamp with time zone '"
                        + moment.toString().replace("T", " ").replace("Z", "+00") + "' where name = '" + name + "'");
    }
}
