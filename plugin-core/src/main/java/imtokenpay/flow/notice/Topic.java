package imtokenpay.flow.notice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What people are told of.
public enum Topic {
    /// A change that could send money elsewhere was asked for, approved or stopped, or took effect. Each is told.
    CHANGE("A change that could send money elsewhere", "changes"),
    /// Somebody was let in or out, or may do something else now. Each is told.
    PEOPLE("Who may enter has changed", "owners"),
    /// An API key was revoked. Each is told.
    KEY("An API key was revoked", "keys"),
    /// Payments that are unresolved or reversed, and money that matches none.
    PERSON_NEEDED("Money waits for a person", "index"),
    /// A network is not read as it should be.
    CHAIN_STALLED("A network is not read", "index"),
    /// Events were given up, or an endpoint was disabled.
    STORE_NOT_TOLD("A store was not told", "webhooks");

    private final String headline;
    private final String page;

    Topic(String headline, String page) {
        this.headline = headline;
        this.page = page;
    }

    /// As it is kept, such as `change`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The topic of that word.
    public static Optional<Topic> of(String word) {
        return Arrays.stream(values())
                .filter(topic -> topic.word().equals(word))
                .findFirst();
    }

    /// What a mail about it is called: never anything that somebody has typed.
    public String headline() {
        return headline;
    }

    /// The admin page to look at.
    public String page() {
        return page;
    }
}
