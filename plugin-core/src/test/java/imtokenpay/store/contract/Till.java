package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.USDT;
import static imtokenpay.store.contract.Samples.accepted;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.viewAt;

import imtokenpay.flow.receive.LeaseSlot;
import imtokenpay.flow.request.Limits;
import imtokenpay.flow.request.QuoteOrder;
import imtokenpay.flow.request.RequestPayment;
import imtokenpay.flow.request.RequestPayment.Idempotency;
import imtokenpay.flow.request.RequestPayment.KeyTaken;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.Store;
import imtokenpay.money.Price;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.Refusal;
import imtokenpay.payment.Terms;
import imtokenpay.quote.Rate;
import imtokenpay.quote.Rates;
import imtokenpay.store.Shelf;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A store that asks for payments in tether through the production step.
final class Till {
    private static final Store STORE = new Store("books", "Books", Set.of());

    private final Shelf shelf;
    private final RequestPayment request;
    private volatile Instant now = NOW;

    private Till(Shelf shelf, ReceivingMode mode, Rates rates) {
        this.shelf = shelf;
        var limits = new Limits(Duration.ofMinutes(15), Duration.ofDays(30));
        var slots = new LeaseSlot(shelf.slots(), shelf.fresh(), asset -> mode, new SecureRandom());
        this.request = new RequestPayment(
                new RequestPayment.Shelf(shelf.assets(), slots, shelf.payments(), shelf.cursors(), limits),
                new QuoteOrder(rates, shelf.discounts(() -> now), () -> now),
                shelf.keys(),
                () -> now,
                new SecureRandom());
    }

    /// Opens it: the asset is accepted and its chain is read.
    static Till open(Shelf shelf) {
        return open(shelf, new ReceivingMode.Shared());
    }

    /// Opens it with those rates.
    static Till open(Shelf shelf, Rates rates) {
        return open(shelf, new ReceivingMode.Shared(), rates);
    }

    /// Opens it with that receiving mode.
    static Till open(Shelf shelf, ReceivingMode mode) {
        return open(shelf, mode, (asset, currency) -> Optional.of(Rate.fixed(BigDecimal.ONE)));
    }

    private static Till open(Shelf shelf, ReceivingMode mode, Rates rates) {
        shelf.transactions().run(() -> {
            shelf.assets().provide(accepted(USDT));
            shelf.assets().verified(USDT.id());
            var lease = shelf.leases().acquire(CHAIN, "node", Duration.ZERO).orElseThrow();
            var head = block(100, "a");
            shelf.cursors().begin(lease, head, viewAt(head));
        });
        return new Till(shelf, mode, rates);
    }

    /// Asks for a payment when the chain has been read up to a later moment, from which on it stays that late.
    Payment askAt(Instant later, String price, String key) throws Refusal {
        now = later;
        shelf.transactions().run(() -> {
            shelf.slots().releaseDue(CHAIN, later.minus(Terms.clocksDifferMax(CHAIN)));
        });
        return ask(price, key);
    }

    /// Asks for a payment as the API does: once more when the same call is under way elsewhere.
    Payment ask(String price, String key) throws Refusal {
        return ask(price, key, "");
    }

    /// Asks for a payment of that customer.
    Payment ask(String price, String key, String customer) throws Refusal {
        var references = new PaymentRequest.References("", customer);
        var wording = new PaymentRequest.Wording("", "");
        var wanted = new PaymentRequest("order", Price.of(price, "USD"), USDT.id(), wording, references);
        while (true) {
            try {
                return shelf.transactions()
                        .in(() -> request.request(STORE, wanted, new Idempotency(key, "hash")))
                        .payment();
            } catch (KeyTaken elsewhere) {
                // Whoever had it has committed by now.
                continue;
            }
        }
    }
}
