package imtokenpay.adapter.evm.token;

import imtokenpay.adapter.evm.json.AddressKey;
import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.json.ResultReader;
import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.adapter.evm.watch.Watched;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.money.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/// Reads the answer to `eth_getLogs`. Only the log counts, never a transaction's input: a call can fail, lie, or be
/// taken by a fee. A log that is no plain ERC-20 transfer to us is not ours to judge: it is passed over, never an
/// error, since anybody can write any log. For one use.
public final class LogReader implements ResultReader<LogReader.Logs> {
    /// keccak-256 of `Transfer(address,address,uint256)` (ERC-20).
    static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private static final int TOPICS = 3;

    private final Watched watched;
    private final Field address = new Field("address");
    private final Field[] topics = {new Field("topic"), new Field("topic"), new Field("topic")};
    private final Field data = new Field("data");
    private final Field blockNumber = new Field("blockNumber");
    private final Field blockHash = new Field("blockHash");
    private final Field transactionHash = new Field("transactionHash");
    private final Field logIndex = new Field("logIndex");
    private final AddressKey contract = new AddressKey();
    private final AddressKey sender = new AddressKey();
    private final AddressKey receiver = new AddressKey();
    private boolean isRemoved;

    LogReader(Watched watched) {
        this.watched = watched;
    }

    /// @param moves those of a watched token to one of ours
    /// @param count how many logs the node told of, ours or not
    public record Logs(List<TokenMove> moves, int count) {}

    @Override
    public Logs read(Tokens tokens) {
        var json = tokens.json();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new ChainUnavailable("the node's logs are not a list");
        }
        var moves = new ArrayList<TokenMove>();
        var count = 0;
        var slice = tokens.slice();
        slice.expect('[');
        if (!slice.passes(']')) {
            do {
                var from = slice.at();
                if (isToUs(slice, tokens.bytes())) {
                    Tokens.read(tokens.bytes(), from, slice.end(), this::log).ifPresent(moves::add);
                }
                count++;
            } while (slice.passes(','));
            slice.expect(']');
        }
        return new Logs(moves, count);
    }

    // Passes a log. Nearly every one ends here: nothing more of it is looked at than its third topic.
    private boolean isToUs(Slice slice, byte[] bytes) {
        var hasTopics = false;
        var isToUs = false;
        slice.expect('{');
        do {
            if (slice.name().equals("topics")) {
                hasTopics = true;
                isToUs = thirdIsOurs(slice, bytes);
            } else {
                slice.value();
            }
        } while (slice.passes(','));
        slice.expect('}');
        if (!hasTopics) {
            throw new ChainUnavailable("the node's answer has a log without topics");
        }
        return isToUs;
    }

    private boolean thirdIsOurs(Slice slice, byte[] bytes) {
        var isOurs = false;
        slice.expect('[');
        if (slice.passes(']')) {
            return false;
        }
        var index = 0;
        do {
            if (index++ == 2) {
                topics[2].take(bytes, slice.at());
                isOurs = topics[2].readPaddedAddress(receiver) && watched.isReceiver(receiver);
            }
            slice.value();
        } while (slice.passes(','));
        slice.expect(']');
        return isOurs;
    }

    private Optional<TokenMove> log(Tokens tokens) {
        var json = tokens.json();
        clear();
        var hasTopics = false;
        var isToUs = false;
        for (var name = json.nextName(); name != null; name = json.nextName()) {
            var token = json.nextToken();
            if (hasTopics && !isToUs) {
                // Nearly every log ends here: nothing more of it is looked at.
                json.skipChildren();
                continue;
            }
            switch (name) {
                case "address" -> address.take(tokens);
                case "topics" -> {
                    hasTopics = token == JsonToken.START_ARRAY;
                    isToUs = hasTopics && topics(tokens);
                }
                case "data" -> data.take(tokens);
                case "blockNumber" -> blockNumber.take(tokens);
                case "blockHash" -> blockHash.take(tokens);
                case "transactionHash" -> transactionHash.take(tokens);
                case "logIndex" -> logIndex.take(tokens);
                case "removed" -> isRemoved = token != JsonToken.VALUE_FALSE;
                default -> json.skipChildren();
            }
        }
        if (!hasTopics) {
            throw new ChainUnavailable("the node's answer has a log without topics");
        }
        return isToUs ? move() : Optional.empty();
    }

    // Whether they are those of a transfer from another to one of ours.
    private boolean topics(Tokens tokens) {
        var json = tokens.json();
        var count = 0;
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (count < TOPICS) {
                topics[count].take(tokens);
            } else {
                json.skipChildren();
            }
            count++;
        }
        return count == TOPICS
                && topics[2].readPaddedAddress(receiver)
                && watched.isReceiver(receiver)
                && topics[0].is(TRANSFER)
                && topics[1].readPaddedAddress(sender)
                && !sender.isSameAs(receiver);
    }

    private Optional<TokenMove> move() {
        if (!address.readAddress(contract)) {
            throw new ChainUnavailable("the node's answer has a log without an address");
        }
        var asset = watched.token(contract);
        if (asset.isEmpty()) {
            return Optional.empty();
        }
        if (isRemoved) {
            throw new ChainUnavailable(Reason.INCONSISTENT, "the node's logs are of a block that it has removed");
        }
        var height = blockNumber.small();
        var block = blockHash.hash();
        if (!data.isWord() || data.number().signum() == 0) {
            return Optional.empty();
        }
        var index = logIndex.small();
        if (index > Integer.MAX_VALUE) {
            throw new ChainUnavailable("the node answered an absurd logIndex");
        }
        var id = new TransferId(asset.get().chain(), transactionHash.hash(), (int) index);
        return Optional.of(new TokenMove(
                height,
                block,
                id,
                new Amount(data.number(), asset.get()),
                new TokenMove.Parties(sender.address(), receiver.address())));
    }

    private void clear() {
        address.clear();
        data.clear();
        blockNumber.clear();
        blockHash.clear();
        transactionHash.clear();
        logIndex.clear();
        isRemoved = false;
    }
}
