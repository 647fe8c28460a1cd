package imtokenpay.storefront.receiver;

import imtokenpay.storefront.PaymentRefusal;
import imtokenpay.storefront.client.PluginCalls;
import imtokenpay.storefront.feed.Bookmark;
import imtokenpay.storefront.json.FeedPage;
import imtokenpay.storefront.json.WebhookEvent;
import imtokenpay.storefront.ledger.Ledger;
import java.time.Duration;
import java.util.Optional;

/// Asks the plugin what happened, so that an event whose webhook never arrives is applied all the same. Applies each
/// once
/// and in order, by the same rules as a webhook.
public final class FeedReader {

    private static final System.Logger LOG = System.getLogger(FeedReader.class.getName());
    // One pass ends at some time, however much there is; the next one goes on.
    private static final int PAGES_MAX = 200;
    // Longer than a page can take: one call, and a hundred events of a slow store.
    private static final Duration PAGE_LIMIT = Duration.ofMinutes(2);

    private final PluginCalls plugin;
    private final Bookmark bookmark;
    private final Ledger ledger;
    private final Storekeeper storekeeper;

    public FeedReader(PluginCalls plugin, Bookmark bookmark, Ledger ledger, Storekeeper storekeeper) {
        this.plugin = plugin;
        this.bookmark = bookmark;
        this.ledger = ledger;
        this.storekeeper = storekeeper;
    }

    /// Makes the table of the bookmark if it is missing.
    void open() {
        bookmark.create();
    }

    /// Reads what is new and applies it. Never throws: what fails is logged and tried again at the next pass.
    public void pass() {
        try {
            if (bookmark.take(PAGE_LIMIT)) {
                read();
            }
        } catch (PaymentRefusal noAnswer) {
            // Logged where the call was made.
            LOG.log(System.Logger.Level.DEBUG, "The feed of imToken Pay was not read", noAnswer);
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "The feed of imToken Pay was not read to its end.", failed);
        }
    }

    private void read() throws PaymentRefusal {
        Optional<String> cursor = bookmark.cursor();
        boolean allApplied = true;
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            Optional<FeedPage> page = plugin.events(cursor);
            if (page.isEmpty()) {
                beginAgain();
                return;
            }
            for (WebhookEvent event : page.get().events()) {
                allApplied &= apply(event);
            }
            cursor = Optional.of(page.get().cursor());
            // Kept before the first event that failed, so that it comes again; those behind it do not wait for it.
            if (allApplied) {
                bookmark.keep(cursor);
            }
            if (!page.get().hasMore() || !bookmark.take(PAGE_LIMIT)) {
                return;
            }
        }
    }

    /// The plugin's database is not the one that it was: whatever it tells is read once more.
    private void beginAgain() {
        LOG.log(
                System.Logger.Level.WARNING,
                "imToken Pay does not know how far we have read its events: reading all of them again.");
        bookmark.keep(Optional.empty());
    }

    private boolean apply(WebhookEvent event) {
        try {
            switch (ledger.apply(event.payment(), (row, others) -> storekeeper.tell(event, row, others))) {
                case NOW ->
                    LOG.log(
                            System.Logger.Level.INFO,
                            "{0} of payment {1} was read from the feed before its webhook came.",
                            event.type(),
                            event.payment().id());
                case BEFORE, UNKNOWN -> {}
            }
            return true;
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Event " + event.id() + " of imToken Pay was rolled back; it is read again at the next pass.",
                    failed);
            return false;
        }
    }
}
