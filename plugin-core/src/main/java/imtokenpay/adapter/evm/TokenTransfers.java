package imtokenpay.adapter.evm;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads token transfers from `Transfer` logs of the configured contracts. Only the log counts, never a
/// transaction's input: a call can fail, lie, or be taken by a fee.
final class TokenTransfers {
    /// keccak-256 of `Transfer(address,address,uint256)` (ERC-20).
    private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private static final int TOPICS = 3;

    private final Watch watch;
    private final Map<String, Asset> assets = new HashMap<>();

    TokenTransfers(Watch watch) {
        this.watch = watch;
        for (var asset : watch.assets()) {
            asset.contract().ifPresent(contract -> assets.put(contract.toLowerCase(Locale.ROOT), asset));
        }
    }

    /// Whether there is anything to ask for.
    boolean isNeeded() {
        return !assets.isEmpty() && !watch.receivers().isEmpty();
    }

    /// The call that finds the watched transfers in a range of blocks, both ends included.
    RpcCall call(long from, long to) {
        var receivers = watch.receivers().stream()
                .map(receiver -> Quantity.wordOf(receiver.text()))
                .toList();
        // The sender's place is left open: an empty list matches anything at that position.
        return RpcCall.logs(from, to, List.copyOf(assets.keySet()), List.of(TRANSFER, List.of(), receivers));
    }

    /// The transfers in the node's answer.
    ///
    /// @param blocks the blocks of that range by height
    /// @throws ChainUnavailable if a log is of another block than the one we hold at its height
    List<Transfer> read(JsonNode logs, Map<Long, BlockRef> blocks, Instant now) {
        if (!logs.isArray()) {
            throw new ChainUnavailable("the node's logs are not a list");
        }
        var transfers = new ArrayList<Transfer>();
        for (var log : logs) {
            var block = blocks.get(Quantity.small(log, "blockNumber"));
            if (block == null
                    || !block.hash().equals(Quantity.hash(log, "blockHash"))
                    || log.path("removed").asBoolean(false)) {
                throw new ChainUnavailable("the node's logs are not of the blocks that it showed");
            }
            transfer(log, block, now).ifPresent(transfers::add);
        }
        return transfers;
    }

    // A log that is no plain ERC-20 transfer to us is not ours to judge: it is passed over, never an error, since
    // anybody can write any log.
    private Optional<Transfer> transfer(JsonNode log, BlockRef block, Instant now) {
        var asset = assets.get(Quantity.address(log, "address").toLowerCase(Locale.ROOT));
        var topics = log.path("topics");
        var data = log.path("data").asString("");
        if (asset == null || topics.size() != TOPICS || !Quantity.isWord(data)) {
            return Optional.empty();
        }
        var from = topics.get(1).asString("");
        var to = topics.get(2).asString("");
        if (!TRANSFER.equals(topics.get(0).asString("")) || !isAddress(from) || !isAddress(to) || from.equals(to)) {
            return Optional.empty();
        }
        var receiver = EvmAddress.ofNode(Quantity.addressOf(to));
        var units = new BigInteger(data.substring(2), 16);
        if (units.signum() == 0 || !watch.receivers().contains(receiver)) {
            return Optional.empty();
        }
        var id = new TransferId(
                asset.chain(), Quantity.hash(log, "transactionHash"), Math.toIntExact(Quantity.small(log, "logIndex")));
        return Optional.of(new Transfer(
                id,
                new Amount(units, asset),
                EvmAddress.ofNode(Quantity.addressOf(from)),
                receiver,
                new Transfer.Sighting(now, block.time(), new Inclusion.Included(block))));
    }

    private static boolean isAddress(String word) {
        return Quantity.isWord(word) && Quantity.holdsAddress(word);
    }
}
