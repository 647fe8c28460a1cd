package imtokenpay.adapter.timer;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.Heads;
import imtokenpay.chain.watch.Pace;
import java.time.Duration;
import java.time.Instant;

/// Rests longer than without heads, but only while they keep their word: the newest block that the node shows is the
/// one that was told last. If a block was found that nobody told, or was told and is not shown yet, or nobody tells at
/// all, the usual pace is kept.
public final class ToldPace implements Pace {
    /// How much longer: a head that comes later than the soonest block saves the looks in between. So much later than
    /// usual is a block found at worst, once, when the heads fall silent.
    static final Duration SLACK = Duration.ofSeconds(3);

    private final Pace pace;
    private final Heads heads;
    private volatile long newest = -1;

    public ToldPace(Pace pace, Heads heads) {
        this.pace = pace;
        this.heads = heads;
    }

    @Override
    public void saw(BlockRef block, Instant at) {
        newest = block.height();
        pace.saw(block, at);
    }

    @Override
    public Duration rest(Instant now) {
        var usual = pace.rest(now);
        var told = heads.told();
        if (told.isEmpty() || told.getAsLong() != newest) {
            return usual;
        }
        var longer = usual.plus(SLACK);
        if (longer.compareTo(LearntPace.REST_MAX) <= 0) {
            return longer;
        }
        return usual.compareTo(LearntPace.REST_MAX) > 0 ? usual : LearntPace.REST_MAX;
    }
}
