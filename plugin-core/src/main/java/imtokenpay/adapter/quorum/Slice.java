package imtokenpay.adapter.quorum;

import imtokenpay.adapter.quorum.Answer.Said;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.Reading;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One provider's reading, cut off at a height, so that it can be laid beside another's.
///
/// @param hasMore whether the provider has blocks above that
record Slice(Member member, Gist gist, Reading reading, boolean hasMore) {

    /// What must be the same for two readings to agree: everything that they say of the chain, but not when we saw it.
    record Gist(BlockRef fork, BlockRef last, Set<Transfer> transfers) {}

    /// The reading up to that height; empty if it does not reach there, or left that block out.
    static Optional<Slice> of(Said<Reading> said, long height) {
        var reading = said.value();
        var last = reading.fork().height() == height
                ? Optional.of(reading.fork())
                : reading.blocks().stream()
                        .filter(block -> block.height() == height)
                        .findFirst();
        return last.map(block -> of(said.member(), reading, block));
    }

    /// Refuses a reading that cannot be one of those blocks.
    static Reading checked(Reading reading, ChainTail known) {
        var ids = reading.transfers().stream().map(Transfer::id).collect(Collectors.toSet());
        var isWhole = known.blocks().contains(reading.fork())
                && reading.last().height() >= known.last().height()
                && reading.view().head() == reading.last().height()
                && ids.size() == reading.transfers().size()
                && reading.transfers().stream()
                        .allMatch(transfer -> isWithin(transfer, reading.fork(), reading.last()));
        if (!isWhole) {
            throw new ChainUnavailable(Reason.INCONSISTENT, "its reading contradicts itself");
        }
        return reading;
    }

    /// The blocks of the reading, oldest first.
    List<BlockRef> blocks() {
        return reading.blocks();
    }

    private static Slice of(Member member, Reading whole, BlockRef last) {
        var hasMore = whole.last().height() > last.height();
        var blocks = whole.blocks().stream()
                .filter(block -> block.height() <= last.height())
                .toList();
        var transfers = whole.transfers().stream()
                .filter(transfer -> isWithin(transfer, whole.fork(), last))
                .toList();
        var view = whole.view();
        var cut = new ChainView(
                view.chain(),
                last.height(),
                hasMore ? asOf(whole, last) : view.asOf(),
                Math.min(view.finalHeight(), last.height()));
        return new Slice(
                member,
                new Gist(whole.fork(), last, gist(transfers)),
                new Reading(whole.fork(), blocks, transfers, cut, !hasMore && whole.isComplete()),
                hasMore || !whole.isComplete());
    }

    // What is cut off may be dated before what is kept, on Bitcoin by an hour: up to there only, all is known.
    private static Instant asOf(Reading whole, BlockRef last) {
        var cutOff = whole.blocks().stream()
                .filter(block -> block.height() > last.height())
                .map(block -> block.time().minusSeconds(1));
        return Stream.concat(Stream.of(whole.view().asOf(), last.time()), cutOff)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// The transfers as the chain tells them, whenever we saw them.
    static Set<Transfer> gist(List<Transfer> transfers) {
        return transfers.stream()
                .map(transfer -> new Transfer(
                        transfer.id(),
                        transfer.amount(),
                        transfer.sender(),
                        transfer.receiver(),
                        new Transfer.Sighting(
                                Instant.EPOCH,
                                transfer.sighting().firstBlockTime(),
                                transfer.sighting().inclusion())))
                .collect(Collectors.toSet());
    }

    private static boolean isWithin(Transfer transfer, BlockRef fork, BlockRef last) {
        return switch (transfer.sighting().inclusion()) {
            case Inclusion.Included block -> block.height() > fork.height() && block.height() <= last.height();
            case Inclusion.Gone() -> false;
        };
    }
}
