package imtokenpay.adapter.quorum;

import imtokenpay.adapter.quorum.Answer.Said;
import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.FeedAnswer;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.TransactionAnswer;
import imtokenpay.chain.watch.WaitingPayment;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;

/// Several providers read as one: something counts only if enough of them say the same. So fewer liars than that
/// neither invent nor hide a transfer. A provider that lags is no liar: then what counts ends where enough are.
///
/// With one needed, the healthiest is believed and the others stand by.
public final class Quorum implements ChainReader, AutoCloseable {
    // How long to wait for somebody who lifts the agreed height, once there is one.
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int TURNS_MAX = 3;
    private static final Watch NOTHING = new Watch(Set.of(), Set.of());

    private final ChainId chain;
    private final List<Member> members;
    private final int needed;
    private final Executor threads;
    private final InstantSource clock;
    private final Failover failover;

    /// @param needed how many must agree, 1 to all of them
    /// @param threads runs what waits for a provider: one call, one thread, so that none waits for another
    public Quorum(List<Provider> providers, int needed, InstantSource clock, Executor threads) {
        if (needed < 1 || needed > providers.size()) {
            throw new IllegalArgumentException(needed + " of " + providers.size() + " providers cannot agree");
        }
        this.chain = providers.getFirst().reader().chain();
        if (!providers.stream().allMatch(provider -> provider.reader().chain().equals(chain))) {
            throw new IllegalArgumentException("the providers are for different chains");
        }
        this.members =
                providers.stream().map(provider -> new Member(provider, clock)).toList();
        this.needed = needed;
        this.threads = threads;
        this.clock = clock;
        this.failover = new Failover(members, clock);
    }

    /// How each provider did so far, in the order of the configuration.
    public List<ProviderHealth> health() {
        return members.stream().map(Member::health).toList();
    }

    @Override
    public ChainId chain() {
        return chain;
    }

    // As high as enough of them say, so that no single one makes it up.
    @Override
    public OptionalLong head() {
        return members.stream()
                .map(member -> member.provider().reader().head())
                .flatMapToLong(OptionalLong::stream)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .skip(needed - 1L)
                .mapToLong(Long::longValue)
                .findFirst();
    }

    // It is only shown, so one that says so is enough.
    @Override
    public Optional<List<WaitingPayment>> waiting(Address receiver) {
        var told = members.stream()
                .flatMap(member -> member.provider().reader().waiting(receiver).stream())
                .toList();
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(told.stream().flatMap(List::stream).distinct().toList());
    }

    @Override
    public BlockRef beginning(Instant moment) {
        Function<ChainReader, BlockRef> question = reader -> reader.beginning(moment);
        return needed == 1 ? failover.first(question) : block(question);
    }

    @Override
    public BlockRef newest() {
        return failover.first(ChainReader::newest);
    }

    @Override
    public int decimals(Asset asset) {
        return agreed(reader -> reader.decimals(asset), Function.identity(), decimals -> decimals + " decimals");
    }

    // To ask a member anew ends what it is still asked.
    @Override
    public ChainReader apart() {
        return new Quorum(members.stream().map(Member::provider).toList(), needed, clock, threads);
    }

    // Where a round ends just now, providers differ by a block: then there is no answer, and the next question has one.
    @Override
    public FeedAnswer feed(String contract) {
        return agreed(reader -> reader.feed(contract), Function.identity(), FeedAnswer::toString);
    }

    // Nothing is credited for it, so whoever answers is believed.
    @Override
    public TransactionAnswer transaction(String txHash) {
        return failover.first(reader -> reader.transaction(txHash));
    }

    @Override
    public List<Transfer> transfersIn(long from, long to, Watch watch) {
        return agreed(
                reader -> reader.transfersIn(from, to, watch),
                Slice::gist,
                transfers -> transfers.size() + " transfers in the blocks " + from + " to " + to);
    }

    @Override
    public Reading read(ChainTail known, Watch watch, long heightMax) {
        if (needed == 1) {
            return failover.read(known, reader -> Slice.checked(reader.read(known, watch, heightMax), known));
        }
        var canvass = new Canvass<Reading>(threads);
        var turns = new HashMap<Member, Integer>();
        members.forEach(member -> canvass.ask(member, upTo(heightMax, known, watch)));
        var agreement = Agreement.of(List.of(), needed, known.last());
        while (canvass.hears(agreement.isPresent() ? PATIENCE : Canvass.DEADLINE)) {
            agreement = Agreement.of(canvass.said(), needed, known.last());
            if (agreement.isPresent() && !canvass.hasUnheard() && isHighest(agreement.get(), canvass.said())) {
                break;
            }
            // Who read so much that its blocks of the common height were left out reads again, up to there.
            var reached = Agreement.reached(canvass.said(), needed);
            if (agreement.isEmpty() && reached.isPresent()) {
                for (var said : canvass.said()) {
                    if (said.value().last().height() > reached.get()
                            && Slice.of(said, reached.get()).isEmpty()
                            && turns.merge(said.member(), 1, Integer::sum) < TURNS_MAX) {
                        canvass.ask(said.member(), upTo(reached.get(), known, watch));
                    }
                }
            }
        }
        if (agreement.isEmpty()) {
            throw canvass.disunity(needed, Quorum::words);
        }
        note(agreement.get(), canvass.said());
        return agreement.get().reading(needed, known.last());
    }

    @Override
    public void close() {
        members.forEach(Member::stop);
    }

    private static Function<ChainReader, Reading> upTo(long heightMax, ChainTail known, Watch watch) {
        return reader -> Slice.checked(reader.read(known, watch, heightMax), known);
    }

    private static boolean isHighest(Agreement agreement, List<Said<Reading>> said) {
        return said.stream().allMatch(answer -> answer.value().last().height() <= agreement.height());
    }

    private static void note(Agreement agreement, List<Said<Reading>> said) {
        var right = agreement.majority().getFirst().gist();
        agreement.majority().forEach(slice -> slice.member().agreed());
        for (var slice : agreement.outvoted()) {
            var hasSameBlock = slice.gist().last().equals(right.last());
            slice.member()
                    .outvoted("the others have "
                            + (hasSameBlock
                                    ? "other transfers up to block " + agreement.height()
                                    : "another block " + agreement.height()));
        }
        for (var answer : said) {
            var lag = agreement.height() - answer.value().last().height();
            answer.member().lagged(Math.max(0, lag));
        }
    }

    private static String words(Reading reading) {
        return "block " + reading.last().height() + " is " + reading.last().hash() + " with "
                + reading.transfers().size() + " transfers since "
                + reading.fork().height();
    }

    private <T, K> T agreed(Function<ChainReader, T> question, Function<T, K> sameness, Function<T, String> words) {
        if (needed == 1) {
            return failover.first(question);
        }
        var canvass = new Canvass<T>(threads);
        members.forEach(member -> canvass.ask(member, question));
        while (canvass.hears(Canvass.DEADLINE)) {
            var same = Agreement.largest(canvass.said(), said -> sameness.apply(said.value()), needed);
            if (same.isPresent() && !canvass.hasUnheard()) {
                canvass.said().stream()
                        .filter(said -> !same.get().contains(said))
                        .forEach(said -> said.member().outvoted("it says " + words.apply(said.value())));
                return same.get().getFirst().value();
            }
        }
        throw canvass.disunity(needed, words);
    }

    // Providers are at different heights at one moment. At least one honest provider says that the chain is as far as
    // the block that enough reach or pass; then enough must have that very block.
    private BlockRef block(Function<ChainReader, BlockRef> question) {
        var canvass = new Canvass<BlockRef>(threads);
        members.forEach(member -> canvass.ask(member, question));
        while (canvass.hears(canvass.said().size() >= needed ? PATIENCE : Canvass.DEADLINE)) {
            var same = Agreement.largest(canvass.said(), Said::value, needed);
            if (same.isPresent()) {
                return same.get().getFirst().value();
            }
        }
        return canvass.said().stream()
                .map(Said::value)
                .sorted(Comparator.comparing(BlockRef::height).reversed())
                .skip(needed - 1L)
                .filter(this::isThere)
                .findFirst()
                .orElseThrow(
                        () -> canvass.disunity(needed, block -> "block " + block.height() + " is " + block.hash()));
    }

    private boolean isThere(BlockRef block) {
        var tail = new ChainTail(List.of(block));
        try {
            var fork = agreed(
                    reader -> reader.read(tail, NOTHING, block.height()).fork(), BlockRef::hash, BlockRef::toString);
            return fork.equals(block);
        } catch (ChainUnavailable unknown) {
            return false;
        }
    }
}
