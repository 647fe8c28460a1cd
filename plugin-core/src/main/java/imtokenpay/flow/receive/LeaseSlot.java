package imtokenpay.flow.receive;

import static imtokenpay.payment.Refusal.Reason.AMOUNT_TOO_SMALL;
import static imtokenpay.payment.Refusal.Reason.NO_SLOT_FREE;

import imtokenpay.chain.Address;
import imtokenpay.flow.UseCase;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.FreshAddresses;
import imtokenpay.merchant.FreshAddresses.Series;
import imtokenpay.merchant.FreshAddresses.Taken;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.ReceivingModes;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.money.Amount;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Refusal;
import imtokenpay.quote.Quote;
import imtokenpay.quote.UniqueAmounts;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Finds a payment its slot: an address of its own where the asset has such and one is free, else an amount of its own
/// at the shared address.
@UseCase
public class LeaseSlot {
    // A slot is found at the first try while few payments are open; with this many tries in a row taken, they are as
    // good as used up, and the caller is told so instead of waiting.
    private static final int TRIES_MAX = 200;

    private final ReceivingSlots slots;
    private final FreshAddresses fresh;
    private final ReceivingModes modes;
    private final RandomGenerator random;

    @Inject
    public LeaseSlot(ReceivingSlots slots, FreshAddresses fresh, ReceivingModes modes, RandomGenerator random) {
        this.slots = slots;
        this.fresh = fresh;
        this.modes = modes;
        this.random = random;
    }

    /// What a payment asks for: so much, to that address.
    public record Leased(Address receiver, Amount due) {}

    /// Leases a slot.
    ///
    /// @param until when its money can no longer be this payment's
    /// @throws Refusal if none is free
    public Leased lease(AcceptedAsset accepted, Quote quote, PaymentId id, Instant until) throws Refusal {
        var amounts = UniqueAmounts.of(quote);
        var own = ownAddress(accepted, id, until);
        if (own.isPresent()) {
            // No tail is needed; rounded up only to what a person can type, where that costs next to nothing.
            return new Leased(own.get(), amounts.map(UniqueAmounts::first).orElse(quote.amount()));
        }
        var due = ownAmount(accepted, amounts.orElseThrow(() -> new Refusal(AMOUNT_TOO_SMALL)), id, until);
        return new Leased(accepted.receiver(), due);
    }

    private Optional<Address> ownAddress(AcceptedAsset accepted, PaymentId id, Instant until) {
        return switch (modes.of(accepted.asset())) {
            case ReceivingMode.Shared shared -> Optional.empty();
            case ReceivingMode.Pool pool -> pooled(accepted, pool.addresses(), id, until);
            case ReceivingMode.Fresh mode -> fresh(accepted, mode.account(), id, until);
        };
    }

    // A random start keeps two orders from meeting at the same address; the database decides who gets one.
    private Optional<Address> pooled(AcceptedAsset accepted, List<Address> pool, PaymentId id, Instant until) {
        var taken = slots.exclusive(accepted.asset());
        var start = random.nextInt(pool.size());
        for (var i = 0; i < pool.size(); i++) {
            var address = pool.get((start + i) % pool.size());
            if (!taken.contains(address) && isLeased(accepted, address, id, until)) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    private Optional<Address> fresh(
            AcceptedAsset accepted, ReceivingMode.Account account, PaymentId id, Instant until) {
        var series = new Series(accepted.asset(), account.fingerprint());
        for (var i = 0; i < TRIES_MAX; i++) {
            var newest = fresh.newest(series);
            if (newest.size() == FreshAddresses.UNPAID_MAX && newest.stream().noneMatch(Taken::paid)) {
                return released(accepted, newest, id, until);
            }
            var index = newest.isEmpty() ? 0 : newest.getFirst().index() + 1;
            var address = account.address(index);
            if (fresh.take(series, index, address) && isLeased(accepted, address, id, until)) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    // All that wait are unpaid. One whose payment is long over may serve again; its late money would go to the inbox.
    private Optional<Address> released(AcceptedAsset accepted, List<Taken> waiting, PaymentId id, Instant until) {
        return waiting.stream()
                .filter(taken -> !taken.leased())
                .sorted(Comparator.comparing(Taken::index))
                .map(Taken::address)
                .filter(address -> isLeased(accepted, address, id, until))
                .findFirst();
    }

    // The account's own first address is often the shared one, too: that one stays shared.
    private boolean isLeased(AcceptedAsset accepted, Address address, PaymentId id, Instant until) {
        return !address.equals(accepted.receiver())
                && slots.lease(ReceivingSlot.any(address, accepted.asset()), id.text(), until);
    }

    private Amount ownAmount(AcceptedAsset accepted, UniqueAmounts amounts, PaymentId id, Instant until)
            throws Refusal {
        var start = random.nextInt(amounts.count());
        for (var i = 0; i < Math.min(amounts.count(), TRIES_MAX); i++) {
            var amount = amounts.amount((start + i) % amounts.count());
            if (slots.lease(new ReceivingSlot(accepted.receiver(), amount), id.text(), until)) {
                return amount;
            }
        }
        throw new Refusal(NO_SLOT_FREE);
    }
}
