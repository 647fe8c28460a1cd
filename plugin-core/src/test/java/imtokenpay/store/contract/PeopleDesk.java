package imtokenpay.store.contract;

import imtokenpay.flow.admin.AlterPeople;
import imtokenpay.flow.admin.EndKeys;
import imtokenpay.flow.admin.ManageOwners;
import imtokenpay.flow.admin.Mandate;
import imtokenpay.flow.notice.KeepNotices;
import imtokenpay.flow.people.TellPeople;
import imtokenpay.flow.setup.ChangeRule;
import imtokenpay.flow.setup.HoldChange;
import imtokenpay.store.Shelf;
import java.time.Duration;
import java.time.InstantSource;

/// The production steps that let people in and out.
///
/// @param hold what must wait
record PeopleDesk(Shelf shelf, HoldChange hold, ChangeRule rule, KeepNotices notices, InstantSource clock) {
    /// Where nothing waits.
    static PeopleDesk of(Shelf shelf) {
        var clock = InstantSource.system();
        var never = new ChangeRule(Duration.ZERO, false);
        var hold = new HoldChange(shelf.owners(), shelf.pending(), never, shelf.takings(), clock);
        return new PeopleDesk(shelf, hold, never, Mailroom.of(shelf).notices(), clock);
    }

    ManageOwners manage() {
        return new ManageOwners(shelf.owners(), shelf.settings(), hold, alter(), shelf.audit());
    }

    AlterPeople alter() {
        return new AlterPeople(shelf.owners(), shelf.factors(), shelf.pending(), mandate(), tell());
    }

    EndKeys keys() {
        return new EndKeys(shelf.merchant().keys(), mandate(), tell(), clock);
    }

    private Mandate mandate() {
        return new Mandate(shelf.owners(), shelf.audit(), rule, clock);
    }

    TellPeople tell() {
        return new TellPeople(notices, shelf.news(), clock);
    }
}
