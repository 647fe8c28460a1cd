package imtokenpay.chain.watch;

import imtokenpay.chain.BlockRef;
import java.time.Duration;
import java.time.Instant;

/// How long to rest between two looks at a chain while somebody waits for it.
public interface Pace {
    /// Notes that a look showed this block as the newest, and when; also when it was known already.
    void saw(BlockRef newest, Instant at);

    /// How long to rest from now on.
    Duration rest(Instant now);

    /// The same rest after every look.
    record Fixed(Duration pause) implements Pace {
        @Override
        public void saw(BlockRef newest, Instant at) {
            // Whatever the chain does, the pause stays.
        }

        @Override
        public Duration rest(Instant now) {
            return pause;
        }
    }
}
