package imtokenpay.admin.people;

import imtokenpay.admin.desk.Words;
import imtokenpay.flow.people.OwnerNews.News;
import imtokenpay.flow.people.TellPeople;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What has happened to owners within a week: every page tells of it, so that no thief adds or silences one unseen.
@Named("news")
@RequestScoped
public class NewsView {
    @Inject
    private @Nullable TellPeople people;

    private List<String> lines = List.of();

    /// Reads it.
    @PostConstruct
    void begin() {
        lines = Objects.requireNonNull(people).shown().stream()
                .map(NewsView::line)
                .toList();
    }

    /// In sentences, newest first.
    public List<String> lines() {
        return lines;
    }

    private static String line(News news) {
        var when = " on " + Words.moment(news.at()) + ".";
        return switch (news.event()) {
            case BECAME_OWNER -> news.by() + " made " + news.whom() + " an owner" + when;
            case SUSPENDED -> news.by() + " suspended " + news.whom() + when;
            case NO_OWNER_ANY_MORE -> news.by() + " saw to it that " + news.whom() + " is no owner any more" + when;
            case FACTOR_RESET -> news.by() + " switched off the second factor of " + news.whom() + when;
            case REMOVED_BY_SUSPENDED -> news.by() + ", while suspended, removed " + news.whom() + when;
            case KEY_REVOKED_BY_SUSPENDED -> news.by() + ", while suspended, revoked the API key " + news.whom() + when;
            case RECOVERY_CODE_USED -> "A recovery code of " + news.whom() + " was used" + when;
        };
    }
}
