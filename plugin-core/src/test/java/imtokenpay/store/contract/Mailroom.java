package imtokenpay.store.contract;

import imtokenpay.flow.notice.KeepNotices;
import imtokenpay.flow.notice.Notices.Notice;
import imtokenpay.flow.notice.SendNotices;
import imtokenpay.flow.notice.Topic;
import imtokenpay.flow.setup.Arrangement;
import imtokenpay.flow.setup.ShowSettings;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.store.Shelf;
import java.time.InstantSource;
import java.util.Optional;

/// The production steps that send mail, each in a transaction of its own, as the container has them.
final class Mailroom {
    private final Shelf shelf;
    private final InstantSource clock;
    private final Pigeonhole postman = new Pigeonhole();

    Mailroom(Shelf shelf, InstantSource clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    static Mailroom of(Shelf shelf) {
        return new Mailroom(shelf, InstantSource.system());
    }

    Pigeonhole postman() {
        return postman;
    }

    KeepNotices notices() {
        return new KeepNotices(shelf.told().notices(), postman, clock) {
            @Override
            public void tell(Topic topic, String words) {
                shelf.transactions().run(() -> super.tell(topic, words));
            }

            @Override
            public Optional<Notice> next() {
                return shelf.transactions().in(super::next);
            }

            @Override
            public void sent(Notice notice) {
                shelf.transactions().run(() -> super.sent(notice));
            }

            @Override
            public boolean failed(Notice notice) {
                return shelf.transactions().in(() -> super.failed(notice));
            }
        };
    }

    void send(Arrangement arrangement) {
        var show =
                new ShowSettings(shelf.settings(), arrangement, shelf.assets(), asset -> new ReceivingMode.Shared()) {
                    @Override
                    public String text(String key) {
                        return shelf.transactions().in(() -> super.text(key));
                    }
                };
        new SendNotices(notices(), postman, show, clock).send();
    }
}
