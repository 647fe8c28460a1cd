package imtokenpay.store.contract;

import imtokenpay.flow.notice.Postman;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Keeps each mail that it is given, or refuses all.
final class Pigeonhole implements Postman {
    private final List<String> mails = new ArrayList<>();
    private boolean isShut;

    void shut(boolean shut) {
        isShut = shut;
    }

    /// Subject and text of each.
    List<String> mails() {
        return List.copyOf(mails);
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public void carry(String subject, String text, Instant now) {
        if (isShut) {
            throw new MailFailed("shut", new IllegalStateException());
        }
        mails.add(subject + "\n" + text);
    }
}
