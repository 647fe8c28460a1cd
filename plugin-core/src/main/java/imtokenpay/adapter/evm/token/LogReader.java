package imtokenpay.adapter.evm.token;

import imtokenpay.adapter.evm.json.AddressKey;
import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Stencils;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.adapter.evm.watch.Watched;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.money.Amount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the answer to `eth_getLogs`. Only the log counts, never a transaction's input: a call can fail, lie, or be
/// taken by a fee. A log that is no plain ERC-20 transfer to us is not ours to judge: it is passed over, never an
/// error, since anybody can write any log. For one use.
public final class LogReader implements Walker<LogReader.Logs> {
    /// keccak-256 of `Transfer(address,address,uint256)` (ERC-20).
    static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private static final int TOPICS = 3;
    // More than a log of a transfer takes.
    private static final int AHEAD = 1_024;
    // Enough for 34,000 years.
    private static final int TIME_DIGITS = 10;

    private final Watched watched;
    private final Field address = new Field("address");
    private final Field[] topics = {new Field("topic"), new Field("topic"), new Field("topic")};
    private final Field data = new Field("data");
    private final Field blockNumber = new Field("blockNumber");
    private final Field blockHash = new Field("blockHash");
    private final Field transactionHash = new Field("transactionHash");
    private final Field blockTimestamp = new Field("blockTimestamp");
    private final Field logIndex = new Field("logIndex");
    private final Field[] fields = {address, data, blockNumber, transactionHash, blockHash, blockTimestamp, logIndex};
    private final Stencils stencils =
            new Stencils(Stream.concat(Stream.of(fields), Stream.of(topics)).toList());
    private final AddressKey contract = new AddressKey();
    private final AddressKey sender = new AddressKey();
    private final AddressKey receiver = new AddressKey();
    private final AddressKey.Speller speller = new AddressKey.Speller();
    private boolean isRemoved;
    private int topicCount;

    LogReader(Watched watched) {
        this.watched = watched;
    }

    /// @param moves those of a watched token to one of ours
    /// @param count how many logs the node told of, ours or not
    public record Logs(List<TokenMove> moves, int count) {}

    @Override
    public Logs walk(Slice slice) {
        if (!slice.isAt('[')) {
            throw new ChainUnavailable("the node's logs are not a list");
        }
        var moves = new ArrayList<TokenMove>();
        var count = 0;
        for (var more = slice.opens('[', ']'); more; more = slice.goesOn(']')) {
            slice.forget(AHEAD);
            (stencils.passes(slice, topics[2]) ? alike(slice) : log(slice)).ifPresent(moves::add);
            count++;
        }
        return new Logs(moves, count);
    }

    // Nearly all logs are written like the one before, and nearly none is ours.
    private Optional<TokenMove> alike(Slice slice) {
        if (!watched.mayReceive(topics[2].paddedAddressHigh())) {
            return Optional.empty();
        }
        clear();
        stencils.fill(slice);
        topicCount = TOPICS;
        return ours();
    }

    private Optional<TokenMove> log(Slice slice) {
        clear();
        var start = slice.at();
        for (var more = slice.opens('{', '}'); more; more = slice.goesOn('}')) {
            slice.name();
            if (slice.isNamed("topics")) {
                topics(slice);
            } else if (!Field.take(slice, fields)) {
                isRemoved |= slice.isNamed("removed") && !slice.isAt('f');
                slice.value();
            }
        }
        if (topicCount < 0) {
            throw new ChainUnavailable("the node's answer has a log without topics");
        }
        if (isPlain()) {
            stencils.learn(slice, start);
        }
        return ours();
    }

    // Whether it may be the pattern for others.
    private boolean isPlain() {
        return topicCount == TOPICS && !isRemoved && Stream.of(topics).allMatch(Field::isWord);
    }

    // Nothing is made of a log before its topics are known to be ours.
    private Optional<TokenMove> ours() {
        return isToUs() ? move() : Optional.empty();
    }

    private void topics(Slice slice) {
        topicCount = 0;
        for (var more = slice.opens('[', ']'); more; more = slice.goesOn(']')) {
            if (topicCount < TOPICS) {
                topics[topicCount].take(slice);
            } else {
                slice.value();
            }
            topicCount++;
        }
    }

    // Whether it is a transfer from another to one of ours.
    private boolean isToUs() {
        return topicCount == TOPICS
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
        var token = watched.token(contract);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        if (isRemoved) {
            throw new ChainUnavailable(Reason.INCONSISTENT, "the node's logs are of a block that it has removed");
        }
        var block = new TokenMove.Block(blockNumber.small(), blockHash.hash(), time());
        if (!data.isWord() || data.isZero()) {
            return Optional.empty();
        }
        var index = logIndex.small();
        if (index > Integer.MAX_VALUE) {
            throw new ChainUnavailable("the node answered an absurd logIndex");
        }
        var id = new TransferId(token.get().chain(), transactionHash.hash(), (int) index);
        return Optional.of(new TokenMove(
                block,
                id,
                new Amount(data.number(), token.get().asset()),
                new TokenMove.Parties(speller.address(sender), watched.receiver(receiver))));
    }

    // Not every node tells it: geth does since 1.16, Erigon, reth and Besu do (execution-apis #639, 2025).
    private Optional<Instant> time() {
        return blockTimestamp.isNumber(TIME_DIGITS)
                ? Optional.of(Instant.ofEpochSecond(blockTimestamp.small()))
                : Optional.empty();
    }

    private void clear() {
        Field.clear(fields);
        isRemoved = false;
        topicCount = -1;
    }
}
