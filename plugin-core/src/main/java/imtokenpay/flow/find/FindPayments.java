package imtokenpay.flow.find;

import imtokenpay.chain.Address;
import imtokenpay.chain.Spelling;
import imtokenpay.chain.TypedHash;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.money.Amount;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Payments;
import imtokenpay.payment.list.PaymentCursor;
import imtokenpay.payment.list.PaymentFilter;
import imtokenpay.payment.list.PaymentList;
import imtokenpay.payment.list.PaymentSearch;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.Refunds;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Finds payments, and money that belongs to none, by whatever a person has of them: an order, an id, a transaction's
/// hash or its page at an explorer, an address, or an amount. Money that went back is found by its payment.
@UseCase
public class FindPayments {
    /// The most that is shown of one kind.
    public static final int FOUND_MAX = 50;

    private static final int TYPED_MAX = 300;
    private static final Comparator<Payment> NEWEST_FIRST = Comparator.<Payment, Instant>comparing(
                    payment -> payment.terms().openedAt())
            .reversed();

    private final Shelf shelf;
    private final AcceptedAssets assets;
    private final Spelling spelling;
    private final ShowPayment show;

    /// Where things are kept.
    public record Shelf(Payments payments, PaymentList list, PaymentSearch search, Ledger ledger, Refunds refunds) {}

    @Inject
    public FindPayments(Shelf shelf, AcceptedAssets assets, Spelling spelling, ShowPayment show) {
        this.shelf = shelf;
        this.assets = assets;
        this.spelling = spelling;
        this.show = show;
    }

    /// What was found, the newest first.
    ///
    /// @param unmatched money that waits in the inbox
    public record Found(List<Snapshot> payments, List<Ledger.Entry> unmatched) {}

    /// Finds what the text may mean, in every sense that it has.
    ///
    /// @param typed anything
    public Found find(String typed) {
        // No name that we give or take holds such characters, and PostgreSQL refuses a question with a zero in it.
        var text = typed.replaceAll("\\p{Cntrl}", " ").strip();
        if (text.isEmpty() || text.length() > TYPED_MAX) {
            return new Found(List.of(), List.of());
        }
        var entries = entries(text);
        var payments = new LinkedHashMap<PaymentId, Payment>();
        Stream.of(named(text), ofOrder(text), expecting(text), payingOf(entries))
                .flatMap(found -> found)
                .forEach(payment -> payments.putIfAbsent(payment.id(), payment));
        return new Found(
                payments.values().stream()
                        .sorted(NEWEST_FIRST)
                        .limit(FOUND_MAX)
                        .map(show::snapshot)
                        .toList(),
                entries.stream()
                        .filter(entry -> entry.paymentId().isEmpty())
                        .distinct()
                        .limit(FOUND_MAX)
                        .toList());
    }

    private Stream<Payment> named(String text) {
        if (RefundId.isOne(text)) {
            return shelf.refunds.byId(new RefundId(text)).stream()
                    .flatMap(refund -> shelf.payments.byId(refund.paymentId()).stream());
        }
        return Optional.of(text)
                .filter(PaymentId::isOne)
                .flatMap(id -> shelf.payments.byId(new PaymentId(id)))
                .stream();
    }

    private Stream<Payment> ofOrder(String text) {
        return shelf.search.stores().stream()
                .map(store -> new PaymentFilter(store, Optional.of(text), Set.of()))
                .flatMap(filter -> shelf.list.page(filter, PaymentCursor.newest(), FOUND_MAX).payments().stream());
    }

    // By what they asked for, whether it came or not.
    private Stream<Payment> expecting(String text) {
        return Stream.concat(
                addresses(text).flatMap(address -> shelf.search.paidTo(address, FOUND_MAX).stream()),
                amounts(text).flatMap(amount -> shelf.search.due(amount, FOUND_MAX).stream()));
    }

    private Stream<Payment> payingOf(List<Ledger.Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.paymentId().stream())
                .distinct()
                .flatMap(id -> shelf.payments.byId(id).stream());
    }

    private List<Ledger.Entry> entries(String text) {
        var byHash = chains().flatMap(chain ->
                TypedHash.in(text, chain).stream().flatMap(hash -> shelf.ledger.ofTransaction(chain, hash).stream()));
        var byAddress = addresses(text).flatMap(address -> shelf.search.moved(address, FOUND_MAX).stream());
        var byAmount = amounts(text).flatMap(amount -> shelf.search.moved(amount, FOUND_MAX).stream());
        return Stream.of(byHash, byAddress, byAmount).flatMap(some -> some).toList();
    }

    private Stream<ChainId> chains() {
        return assets.all().stream().map(accepted -> accepted.asset().chain()).distinct();
    }

    // In the spelling of each chain that has such addresses; several can share one.
    private Stream<Address> addresses(String text) {
        return chains().flatMap(chain -> read(() -> spelling.read(chain, text)).stream())
                .distinct();
    }

    // Of every asset, unless its symbol stands behind.
    private Stream<Amount> amounts(String text) {
        var words = text.split("\\s+", 2);
        return assets.all().stream()
                .map(AcceptedAsset::asset)
                .filter(asset -> words.length == 1 || words[1].equalsIgnoreCase(asset.symbol()))
                .flatMap(asset -> read(() -> Amount.parse(words[0], asset)).stream());
    }

    private static <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException other) {
            // It means something else.
            return Optional.empty();
        }
    }
}
