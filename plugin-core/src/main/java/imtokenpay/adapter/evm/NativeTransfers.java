package imtokenpay.adapter.evm;

import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Reads transfers of the native coin from whole blocks. A transaction that failed moves nothing, so each find
/// is checked
/// by its receipt.
final class NativeTransfers {
    private final Optional<Asset> coin;
    private final Set<String> receivers;

    NativeTransfers(Watch watch) {
        this.coin = watch.assets().stream().filter(Asset::isNative).findFirst();
        this.receivers = watch.receivers().stream()
                .map(receiver -> receiver.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /// Whether whole blocks are needed.
    boolean isNeeded() {
        return coin.isPresent() && !receivers.isEmpty();
    }

    /// A transfer that its receipt has not confirmed yet.
    record Candidate(Transfer transfer, String blockHash) {
        RpcCall receipt() {
            return RpcCall.receipt(transfer.id().txHash());
        }

        /// Whether the receipt says that the transaction worked, in the block where we found it.
        ///
        /// @throws ChainUnavailable if there is no receipt or it is of another block
        boolean isConfirmedBy(JsonNode receipt) {
            if (receipt.isNull() || !Quantity.hash(receipt, "blockHash").equals(blockHash)) {
                throw new ChainUnavailable("a receipt is not of the block that the node showed");
            }
            return Quantity.small(receipt, "status") == 1;
        }
    }

    /// The transactions in a block that carry the coin to a receiver.
    List<Candidate> in(EvmBlock block, Instant now) {
        if (!block.transactions().isArray()) {
            throw new ChainUnavailable("block " + block.ref().height() + " came without its transactions");
        }
        var found = new ArrayList<Candidate>();
        for (var transaction : block.transactions()) {
            if (!transaction.isObject()) {
                throw new ChainUnavailable("block " + block.ref().height() + " came without its transactions");
            }
            var to = transaction.path("to").asString("").toLowerCase(Locale.ROOT);
            if (receivers.contains(to)) {
                candidate(transaction, block, now).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Candidate> candidate(JsonNode transaction, EvmBlock block, Instant now) {
        var units = Quantity.number(transaction, "value");
        var from = EvmAddress.ofNode(Quantity.address(transaction, "from"));
        var to = EvmAddress.ofNode(Quantity.address(transaction, "to"));
        if (units.signum() == 0 || from.equals(to)) {
            return Optional.empty();
        }
        var asset = coin.orElseThrow();
        var id = new TransferId(asset.chain(), Quantity.hash(transaction, "hash"), TransferId.NATIVE);
        var sighting = new Transfer.Sighting(now, block.ref().time(), new Inclusion.Included(block.ref()));
        return Optional.of(new Candidate(
                new Transfer(id, new Amount(units, asset), from, to, sighting),
                block.ref().hash()));
    }
}
