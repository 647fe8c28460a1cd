package imtokenpay.store.contract;

import imtokenpay.flow.admin.AlterPeople;
import imtokenpay.flow.admin.ManageOwners;
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
record PeopleDesk(Shelf shelf, HoldChange hold, KeepNotices notices, InstantSource clock) {
    /// Where nothing waits.
    static PeopleDesk of(Shelf shelf) {
        var clock = InstantSource.system();
        var never = new ChangeRule(Duration.ZERO, false);
        var hold = new HoldChange(shelf.owners(), shelf.pending(), never, shelf.takings(), clock);
        return new PeopleDesk(shelf, hold, Mailroom.of(shelf).notices(), clock);
    }

    ManageOwners manage() {
        return new ManageOwners(shelf.owners(), shelf.settings(), hold, alter(), shelf.audit());
    }

    AlterPeople alter() {
        return new AlterPeople(shelf.owners(), shelf.factors(), shelf.pending(), shelf.audit(), tell());
    }

    TellPeople tell() {
        return new TellPeople(notices, shelf.news(), clock);
    }
}
