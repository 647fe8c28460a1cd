package imtokenpay.storefront.receiver;

import imtokenpay.storefront.json.UnreadableJson;
import imtokenpay.storefront.json.WebhookEvent;
import imtokenpay.storefront.ledger.Ledger;
import java.time.Duration;
import java.util.Optional;

/// Takes a webhook: first trust, then meaning, then effect.
public final class Receiver {

    private static final System.Logger LOG = System.getLogger(Receiver.class.getName());

    private final Signatures signatures;
    private final Ledger ledger;
    private final Storekeeper storekeeper;

    public Receiver(Signatures signatures, Ledger ledger, Storekeeper storekeeper) {
        this.signatures = signatures;
        this.ledger = ledger;
        this.storekeeper = storekeeper;
    }

    /// Makes the ledger's table if it is missing.
    void open() {
        ledger.create();
    }

    /// Answers one message; never throws for what the message or the store does.
    public Answer receive(SignedMessage message) {
        if (!message.complete()) {
            return Answer.NOT_OURS;
        }
        if (!signatures.genuine(message)) {
            LOG.log(System.Logger.Level.WARNING, "A webhook for imToken Pay was not signed with our secret: refused.");
            return Answer.NOT_TRUSTED;
        }
        Duration skew = signatures.skew(message);
        if (!signatures.tolerable(skew)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A webhook of imToken Pay is {0} s away from our clock: refused. Is the clock right?",
                    String.valueOf(skew.toSeconds()));
            return Answer.NOT_TRUSTED;
        }
        return read(message);
    }

    private Answer read(SignedMessage message) {
        try {
            Optional<WebhookEvent> event = WebhookEvent.read(message.body());
            if (event.isEmpty()) {
                LOG.log(System.Logger.Level.INFO, "A webhook of imToken Pay has a type that we do not know: left out.");
                return Answer.DONE;
            }
            return apply(event.get());
        } catch (UnreadableJson unreadable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A signed webhook of imToken Pay cannot be read: {0}",
                    unreadable.getMessage());
            return Answer.NOT_OURS;
        }
    }

    private Answer apply(WebhookEvent event) {
        try {
            return switch (ledger.apply(event.payment(), (row, others) -> storekeeper.tell(event, row, others))) {
                case NOW, BEFORE -> Answer.DONE;
                case UNKNOWN -> {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "imToken Pay sent {0} of payment {1}, which this store did not ask for: left out.",
                            event.type(),
                            event.payment().id());
                    yield Answer.DONE;
                }
            };
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Event " + event.id() + " of imToken Pay was rolled back; it will come again.",
                    failed);
            return Answer.TRY_AGAIN;
        }
    }
}
