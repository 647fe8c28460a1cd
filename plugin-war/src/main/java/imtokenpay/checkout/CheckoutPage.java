package imtokenpay.checkout;

import imtokenpay.chain.Explorers;
import imtokenpay.checkout.wallet.ChainHints;
import imtokenpay.checkout.wallet.Visitor;
import imtokenpay.checkout.wallet.WalletCall;
import imtokenpay.checkout.wallet.WalletForm;
import imtokenpay.flow.seen.Seen;
import imtokenpay.merchant.Store;
import imtokenpay.money.Amount;
import imtokenpay.money.Price;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Tally;
import imtokenpay.quote.campaign.Discount;
import imtokenpay.webhook.PaymentJson.Snapshot;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the checkout page shows of a payment at one moment. The page asks by method calls and decides nothing
/// itself.
public final class CheckoutPage {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final long MINUTE_MILLIS = 60_000;

    /// Where the page stands: who sells, on which network, and the addresses around it.
    ///
    /// @param now the server's clock, which the countdown goes by
    public record Frame(Store store, Network network, String pageUrl, Optional<URI> devWallet, Instant now) {}

    /// A network as people know it.
    ///
    /// @param blockTime how long a block takes, as far as that is known
    /// @param isOverdue whether newer blocks should have been seen by now
    /// @param seen what is on its way and in no block yet, as far as that is known
    public record Network(
            String name, Explorers explorers, Optional<Duration> blockTime, boolean isOverdue, Optional<Seen> seen) {}

    /// A transaction to look up.
    ///
    /// @param page where; empty if nobody shows it
    public record Lookup(String hash, String page) {}

    private final Snapshot snapshot;
    private final Frame frame;
    private final Payment payment;
    private final Tally tally;
    private List<WalletForm> forms = List.of();

    CheckoutPage(Snapshot snapshot, Frame frame) {
        this.snapshot = snapshot;
        this.frame = frame;
        this.payment = snapshot.payment();
        this.tally = snapshot.tally();
    }

    /// The page's own address.
    public String url() {
        return frame.pageUrl();
    }

    /// The store's name.
    public String store() {
        return frame.store().name();
    }

    /// The order's name in the store.
    public String orderRef() {
        return payment.origin().request().orderRef();
    }

    /// What the order is, in the store's words; may be empty.
    public String description() {
        return payment.origin().request().wording().description();
    }

    /// What the order costs.
    public Price price() {
        return payment.origin().request().price();
    }

    /// Whether a campaign takes something off the price.
    public boolean isReduced() {
        return payment.origin().discount().isPresent();
    }

    /// What it takes off; only where it does.
    public Discount discount() {
        return payment.origin().discount().orElseThrow();
    }

    /// What of the price is to be paid.
    public Price toPay() {
        return payment.origin().quote().price();
    }

    /// The standing's word.
    public String status() {
        return payment.status().word();
    }

    /// The number of the newest event; the page reloads when it rises.
    public long sequence() {
        return payment.sequence();
    }

    /// Whether there is still something to pay, and time to pay it: money sent after the deadline would be late, even
    /// while we still look for what was sent before.
    public boolean isPayable() {
        return isWaiting() && frame.now().isBefore(payment.terms().deadline());
    }

    /// The key of the page's texts: the standing's word, or `ending` when time is over and we still look.
    public String wording() {
        return isWaiting() && !isPayable() ? "ending" : status();
    }

    /// What the chain itself asks for and shows.
    public ChainHints hints() {
        return new ChainHints(payment, frame.network().seen());
    }

    private boolean isWaiting() {
        return payment.status() == PaymentStatus.AWAITING || payment.status() == PaymentStatus.UNDERPAID;
    }

    /// Whether nothing came yet, so that it can be called off.
    public boolean isCancellable() {
        return payment.status() == PaymentStatus.AWAITING;
    }

    /// Whether the page may change by itself and should look again.
    public boolean isLive() {
        return payment.status().isOpen();
    }

    /// Whether we see no new blocks of the network at the moment, and so nothing that is paid.
    public boolean isDelayed() {
        return frame.network().isOverdue();
    }

    /// Whether this is play money.
    public boolean isTest() {
        return snapshot.test();
    }

    /// What is to be paid in all.
    public Amount due() {
        return payment.terms().due();
    }

    /// What is to be paid now: the whole amount, or the rest of it.
    public Amount rest() {
        return tally.rest(payment.terms());
    }

    /// What came so far.
    public Amount received() {
        return tally.received();
    }

    /// The amount without the digits that make it unique.
    public String amountHead() {
        var text = rest().decimal();
        return text.substring(0, text.length() - tailLength());
    }

    /// The digits that make the amount unique and must not be left out.
    public String amountTail() {
        var text = rest().decimal();
        return text.substring(text.length() - tailLength());
    }

    /// What came beyond the due amount; zero mostly.
    public Amount surplus() {
        return tally.surplus(payment.terms());
    }

    /// The asset's symbol.
    public String symbol() {
        return due().asset().symbol();
    }

    /// The network's name for people.
    public String network() {
        return frame.network().name();
    }

    /// Where the money goes.
    public String address() {
        return payment.receiver().text();
    }

    /// How many confirmations there are; more than are needed say nothing more.
    public long confirmations() {
        return Math.min(tally.confirmations(), confirmationsRequired());
    }

    /// How many confirmations are needed.
    public int confirmationsRequired() {
        return payment.terms().finality().confirmationsRequired();
    }

    /// How long a block takes, in milliseconds; 0 if that is not known, or nobody waits for one.
    public long blockMillis() {
        return frame.network().blockTime().map(Duration::toMillis).orElse(0L);
    }

    /// Whole minutes until there are enough confirmations, as blocks come now; 0 for less than one.
    public long minutesLeft() {
        var millis = (confirmationsRequired() - confirmations()) * blockMillis();
        return millis < MINUTE_MILLIS ? 0 : Math.ceilDiv(millis, MINUTE_MILLIS);
    }

    /// Until when one can pay, by the clock on the wall in Greenwich.
    public String deadline() {
        return CLOCK.format(payment.terms().deadline());
    }

    /// Seconds until then; the script counts them down.
    public long secondsLeft() {
        return Math.max(
                0, Duration.between(frame.now(), payment.terms().deadline()).toSeconds());
    }

    /// The transactions that paid, for the shopper to look up.
    public List<Lookup> transactions() {
        return snapshot.transfers().stream()
                .filter(transfer -> transfer.isIncluded())
                .map(transfer -> transfer.id().txHash())
                .distinct()
                .map(this::lookup)
                .toList();
    }

    /// Where a transaction on the payment's chain can be looked up.
    Lookup lookup(String hash) {
        var chain = due().asset().chain();
        return new Lookup(
                hash, frame.network().explorers().transaction(chain, hash).orElse(""));
    }

    /// Where the shopper goes back to; empty if the store named nothing.
    public String returnUrl() {
        return payment.origin().request().wording().returnUrl();
    }

    /// Where the demo's wallet is told to pay; empty except in a demo with play money.
    public String devWallet() {
        return isTest() ? frame.devWallet().map(URI::toString).orElse("") : "";
    }

    /// The ways to say in a code what is to be paid now, imToken's first.
    public List<WalletForm> forms() {
        // The page asks for them again and again while it is written.
        if (forms.isEmpty()) {
            forms = WalletForm.of(payment.receiver(), rest());
        }
        return forms;
    }

    /// What imToken's own browser is asked to send; empty on a chain where it cannot be asked.
    public Optional<WalletCall> call() {
        return WalletCall.of(payment.receiver(), rest());
    }

    /// The link that opens this page in imToken.
    public String openInImToken() {
        return Visitor.linkInto(frame.pageUrl());
    }

    /// The amount in base units, exactly as it must arrive.
    public String units() {
        return rest().units().toString();
    }

    private int tailLength() {
        var text = rest().decimal();
        var point = text.indexOf('.');
        return point < 0 ? 0 : Math.min(4, text.length() - point - 1);
    }
}
