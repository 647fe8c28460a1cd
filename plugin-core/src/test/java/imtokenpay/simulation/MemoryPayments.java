package imtokenpay.simulation;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.flow.request.IdempotencyKeys;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Payments;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Payments and idempotency keys in memory.
final class MemoryPayments implements Payments, IdempotencyKeys {
    private final MemoryStore store;

    MemoryPayments(MemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(Payment payment) {
        if (store.tables().payments().putIfAbsent(payment.id().text(), payment) != null) {
            throw new IllegalStateException("there is a payment " + payment.id() + " already");
        }
    }

    @Override
    public Optional<Payment> byId(PaymentId id) {
        return Optional.ofNullable(store.tables().payments().get(id.text()));
    }

    @Override
    public Optional<Payment> locked(PaymentId id) {
        return byId(id);
    }

    @Override
    public void replace(Payment payment) {
        store.tables().payments().replace(payment.id().text(), payment);
    }

    @Override
    public Collection<PaymentId> stirredBy(ChainView view) {
        return store.tables().payments().values().stream()
                .filter(payment -> isStirred(payment, view))
                .map(Payment::id)
                .toList();
    }

    @Override
    public boolean needFinal(ChainId chain, long finalHeight) {
        return store.tables().payments().values().stream()
                .filter(payment -> payment.terms().due().asset().chain().equals(chain)
                        && payment.terms().finality() instanceof Finality.Finalized)
                .anyMatch(payment -> finalHeight == ChainView.NONE
                        ? WAITING.contains(payment.status())
                        : hasMoneyAbove(payment.id(), finalHeight));
    }

    private static final Set<PaymentStatus> WAITING =
            Set.of(PaymentStatus.UNDERPAID, PaymentStatus.CONFIRMING, PaymentStatus.REVERSED, PaymentStatus.UNRESOLVED);

    private boolean hasMoneyAbove(PaymentId id, long height) {
        return store.tables().transfers().values().stream()
                .filter(entry -> entry.paymentId().filter(id::equals).isPresent())
                .anyMatch(entry -> entry.transfer().sighting().inclusion() instanceof Inclusion.Included block
                        && block.height() > height);
    }

    @Override
    public boolean areExpected(ChainId chain, Instant since) {
        return store.tables().payments().values().stream()
                .filter(payment -> payment.terms().due().asset().chain().equals(chain))
                .anyMatch(payment -> payment.status().isOpen()
                        || payment.status() == PaymentStatus.REVERSED
                        || !payment.terms().deadline().isBefore(since));
    }

    @Override
    public Map<PaymentId, Long> sequences(Collection<PaymentId> ids) {
        return ids.stream()
                .map(this::byId)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Payment::id, Payment::sequence));
    }

    @Override
    public Optional<Use> of(String storeId, String key) {
        return Optional.ofNullable(store.tables().keys().get(storeId + "/" + key));
    }

    @Override
    public boolean remember(String storeId, String key, Use use) {
        return store.tables().keys().putIfAbsent(storeId + "/" + key, use) == null;
    }

    private static boolean isStirred(Payment payment, ChainView view) {
        return switch (payment.status()) {
            case CONFIRMING, UNDERPAID, REVERSED -> true;
            case AWAITING -> payment.terms().deadline().isBefore(view.asOf());
            case SETTLED, EXPIRED, CANCELLED, UNRESOLVED, CLOSED -> false;
        };
    }

    /// Transfers in memory.
    static class MemoryLedger implements Ledger {
        private final MemoryStore store;

        MemoryLedger(MemoryStore store) {
            this.store = store;
        }

        @Override
        public Optional<Entry> byId(TransferId id) {
            return Optional.ofNullable(store.tables().transfers().get(id));
        }

        @Override
        public void enter(Entry entry) {
            if (store.tables().transfers().putIfAbsent(entry.transfer().id(), entry) != null) {
                throw new IllegalStateException("entered twice: " + entry);
            }
        }

        @Override
        public List<Entry> ofTransaction(ChainId chain, String txHash) {
            return store.tables().transfers().values().stream()
                    .filter(entry -> entry.transfer().id().chain().equals(chain)
                            && entry.transfer().id().txHash().equals(txHash))
                    .toList();
        }

        @Override
        public void correct(Entry entry) {
            store.tables().transfers().replace(entry.transfer().id(), entry);
        }

        @Override
        public void stands(TransferId id, Inclusion inclusion) {
            var entry = byId(id).orElseThrow();
            store.tables().transfers().put(id, new Entry(entry.transfer().now(inclusion), entry.paymentId()));
        }

        @Override
        public List<Entry> above(ChainId chain, long height) {
            return store.tables().transfers().values().stream()
                    .filter(entry -> entry.transfer().id().chain().equals(chain)
                            && entry.transfer().sighting().inclusion() instanceof Inclusion.Included block
                            && block.height() > height)
                    .toList();
        }

        @Override
        public List<Transfer> of(PaymentId id) {
            return store.tables().transfers().values().stream()
                    .filter(entry -> entry.paymentId().filter(id::equals).isPresent())
                    .map(Entry::transfer)
                    .toList();
        }

        @Override
        public List<Entry> unmatched(int count) {
            return store.tables().transfers().values().stream()
                    .filter(entry -> entry.paymentId().isEmpty())
                    .limit(count)
                    .toList();
        }
    }
}
