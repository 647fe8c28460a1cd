package imtokenpay.flow.retain;

import imtokenpay.flow.UseCase;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/// Removes what is told of people from payments that ended long ago.
@UseCase
public class ForgetPeople {
    private static final int BATCH = 500;

    private final PersonalTexts texts;
    private final Retention retention;
    private final InstantSource clock;

    @Inject
    public ForgetPeople(PersonalTexts texts, Retention retention, InstantSource clock) {
        this.texts = texts;
        this.retention = retention;
        this.clock = clock;
    }

    /// Whether anything is ever to be forgotten.
    public boolean isWanted() {
        return retention.time().isPresent();
    }

    /// Removes a batch, in a transaction of its own.
    ///
    /// @param after what the batch before gave; empty at first
    /// @return what to go on with; empty when all is done
    public Optional<String> next(String after) {
        return retention.time().flatMap(time -> texts.remove(clock.instant().minus(time), after, BATCH));
    }
}
