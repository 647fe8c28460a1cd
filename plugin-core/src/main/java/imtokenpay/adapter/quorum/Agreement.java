package imtokenpay.adapter.quorum;

import imtokenpay.adapter.quorum.Answer.Said;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Enough providers who say the same of a chain up to one height, and those who contradict them there.
record Agreement(List<Slice> majority, List<Slice> outvoted) {

    /// The height that enough answers reach; never beyond it.
    static Optional<Long> reached(List<Said<Reading>> said, int needed) {
        return said.stream()
                .map(answer -> answer.value().last().height())
                .sorted(Comparator.reverseOrder())
                .skip(needed - 1L)
                .findFirst();
    }

    /// The highest agreement among these answers. A lower one, than what enough of them reach, counts only if it brings
    /// news: else a contradiction would pass for a chain that stands still.
    static Optional<Agreement> of(List<Said<Reading>> said, int needed, BlockRef cursor) {
        var reached = reached(said, needed);
        if (reached.isEmpty()) {
            return Optional.empty();
        }
        return said.stream()
                .map(answer -> answer.value().last().height())
                .filter(height -> height <= reached.get())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .flatMap(height -> at(height, said, needed).stream())
                .filter(agreed -> agreed.height() == reached.get() || agreed.bringsNews(cursor))
                .findFirst();
    }

    /// The one largest group of equals, if it is large enough.
    static <T, K> Optional<List<T>> largest(Collection<T> all, Function<T, K> sameness, int needed) {
        var groups = new ArrayList<>(all.stream()
                .collect(Collectors.groupingBy(sameness, LinkedHashMap::new, Collectors.toList()))
                .values());
        groups.sort(Comparator.comparing(List<T>::size).reversed());
        var isTie = groups.size() > 1 && groups.get(0).size() == groups.get(1).size();
        return groups.isEmpty() || isTie || groups.getFirst().size() < needed
                ? Optional.empty()
                : Optional.of(groups.getFirst());
    }

    long height() {
        return majority.getFirst().gist().last().height();
    }

    /// What to read on with: nothing in it that fewer than `needed` said.
    Reading reading(int needed, BlockRef cursor) {
        var first = majority.getFirst().reading();
        var asOf = majority.stream()
                .map(slice -> slice.reading().view().asOf())
                .min(Instant::compareTo)
                .orElseThrow();
        var more = majority.stream().filter(Slice::hasMore).count();
        var view = new ChainView(first.view().chain(), height(), asOf, finalHeight(needed));
        // Without news there is nothing to go on with at once, whatever they say: the next look asks again.
        var isComplete = more < needed || !bringsNews(cursor);
        return new Reading(first.fork(), blocks(needed), first.transfers(), view, isComplete);
    }

    // As high as enough of them say.
    private long finalHeight(int needed) {
        return majority.stream()
                .map(slice -> slice.reading().view().finalHeight())
                .sorted(Comparator.reverseOrder())
                .skip(needed - 1L)
                .findFirst()
                .orElse(ChainView.NONE);
    }

    private static Optional<Agreement> at(long height, List<Said<Reading>> said, int needed) {
        var slices = said.stream()
                .flatMap(answer -> Slice.of(answer, height).stream())
                .toList();
        return largest(slices, Slice::gist, needed).map(majority -> {
            var outvoted = new ArrayList<>(slices);
            outvoted.removeAll(majority);
            return new Agreement(majority, outvoted);
        });
    }

    private boolean bringsNews(BlockRef cursor) {
        return !majority.getFirst().gist().last().equals(cursor);
    }

    // From the newest down, as far as enough hold the same: the last block is agreed, those before it may be lies of
    // whoever came first.
    private List<BlockRef> blocks(int needed) {
        var held = majority.stream().map(slice -> new HashSet<>(slice.blocks())).toList();
        return majority.getFirst().blocks().reversed().stream()
                .takeWhile(block ->
                        held.stream().filter(blocks -> blocks.contains(block)).count() >= needed)
                .toList()
                .reversed();
    }
}
