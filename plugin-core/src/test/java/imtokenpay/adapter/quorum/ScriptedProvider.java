package imtokenpay.adapter.quorum;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.FeedAnswer;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;

/// A provider that says what a test tells it to: a chain up to a height, another branch from some height on, and
/// transfers in some of its blocks.
final class ScriptedProvider implements ChainReader {
    static final Asset COIN = new Asset("eip155:31337/slip44:60", "COIN", 6);
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    long height;
    long branch = Long.MAX_VALUE;
    long misdated = -1;
    long datedBack = -1;
    String branchName = "b";
    int decimals = 6;
    int asked;
    int kept = Integer.MAX_VALUE;
    List<Long> paid = List.of();
    RuntimeException failure = null;
    CountDownLatch gate = new CountDownLatch(0);
    CountDownLatch reached = new CountDownLatch(0);

    ScriptedProvider(long height) {
        this.height = height;
    }

    BlockRef block(long at) {
        var time = START.plusSeconds(12 * at + (at == misdated ? 1 : 0) - (at == datedBack ? 60 : 0));
        return new BlockRef(at, hash(at), hash(at - 1), time);
    }

    private String hash(long at) {
        return (at >= branch ? branchName : "a") + at;
    }

    @Override
    public ChainId chain() {
        return COIN.chain();
    }

    @Override
    public Reading read(ChainTail known, Watch watch, long heightMax) {
        answers();
        var last = known.last().height();
        if (height < last) {
            throw new ChainUnavailable(ChainUnavailable.Reason.BEHIND, "the node is at block " + height);
        }
        var fork = known.blocks().reversed().stream()
                .filter(block -> block.equals(block(block.height())))
                .findFirst()
                .orElseThrow(() -> new ChainUnavailable("no block is shared"));
        var to = Math.min(height, heightMax);
        var blocks = LongStream.rangeClosed(fork.height() + 1, to)
                .mapToObj(this::block)
                .toList();
        var newest = blocks.isEmpty() ? fork : blocks.getLast();
        var view = new ChainView(chain(), newest.height(), newest.time());
        var shown = blocks.subList(Math.max(0, blocks.size() - kept), blocks.size());
        return new Reading(fork, shown, transfersIn(fork.height() + 1, to), view, to == height);
    }

    @Override
    public List<Transfer> transfersIn(long from, long to, Watch watch) {
        answers();
        return transfersIn(from, to);
    }

    @Override
    public BlockRef beginning(Instant moment) {
        answers();
        return block(height);
    }

    @Override
    public OptionalLong head() {
        return OptionalLong.of(height);
    }

    @Override
    public int decimals(Asset asset) {
        answers();
        return decimals;
    }

    @Override
    public FeedAnswer feed(String contract) {
        return new FeedAnswer(BigInteger.TEN, 8, START);
    }

    private List<Transfer> transfersIn(long from, long to) {
        return paid.stream()
                .filter(at -> at >= from && at <= to)
                .map(this::transfer)
                .toList();
    }

    private Transfer transfer(long at) {
        var sighting =
                new Transfer.Sighting(START.plusSeconds(asked), block(at).time(), new Inclusion.Included(block(at)));
        var amount = new Amount(BigInteger.TEN, COIN);
        var id = new TransferId(chain(), "tx" + at, 0);
        return new Transfer(id, amount, new Address("shopper"), new Address("shop"), sighting);
    }

    private void answers() {
        asked++;
        reached.countDown();
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ChainUnavailable("reading was stopped", stopped);
        }
        if (failure != null) {
            throw failure;
        }
    }
}
