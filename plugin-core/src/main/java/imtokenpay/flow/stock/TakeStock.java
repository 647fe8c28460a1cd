package imtokenpay.flow.stock;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.deliver.MendDeliveries;
import imtokenpay.flow.deliver.StoreEndpoint;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.ChainId;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.refund.RefundState;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads the plugin's own state out of the database.
@UseCase
public class TakeStock {
    /// Where counting ends: whoever has more of anything need not know how many more.
    public static final int MOST = 10_000;

    /// The standings that are counted: in all others, nothing moves by itself and nobody is waited for.
    public static final List<PaymentStatus> COUNTED = List.of(
            PaymentStatus.AWAITING,
            PaymentStatus.UNDERPAID,
            PaymentStatus.CONFIRMING,
            PaymentStatus.UNRESOLVED,
            PaymentStatus.REVERSED);

    private final Inventory inventory;
    private final FreeAddresses free;
    private final MendDeliveries deliveries;
    private final WatchedChains watched;

    @Inject
    public TakeStock(Inventory inventory, FreeAddresses free, MendDeliveries deliveries, WatchedChains watched) {
        this.inventory = inventory;
        this.free = free;
        this.deliveries = deliveries;
        this.watched = watched;
    }

    /// Finds out whether the database answers.
    ///
    /// @throws RuntimeException if it does not
    public void touch() {
        inventory.touch();
    }

    /// What there is now.
    public Stock take() {
        var chains = chains();
        return new Stock(
                payments(chains),
                inventory.unmatched(MOST),
                new Stock.Telling(inventory.waiting(MOST), inventory.parked(MOST), disabled()),
                chains.stream()
                        .filter(chain -> inventory.holds(chain, watched.node()))
                        .collect(Collectors.toSet()),
                free.count());
    }

    /// The refunds that the merchant can pay: he knows where to.
    public long refunds() {
        return chains().stream()
                .mapToLong(chain -> inventory.refunds(chain, RefundState.OPEN, MOST))
                .sum();
    }

    private List<ChainId> chains() {
        return watched.all().stream().map(chain -> chain.reader().chain()).toList();
    }

    private Map<PaymentStatus, Long> payments(List<ChainId> chains) {
        return COUNTED.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        status -> chains.stream()
                                .mapToLong(chain -> inventory.payments(chain, status, MOST))
                                .sum()));
    }

    private long disabled() {
        return deliveries.endpoints().stream()
                .filter(endpoint -> endpoint.standing() instanceof StoreEndpoint.Standing.Disabled)
                .count();
    }
}
