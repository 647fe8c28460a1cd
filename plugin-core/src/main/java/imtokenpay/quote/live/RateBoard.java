package imtokenpay.quote.live;

import java.time.Duration;
import java.util.List;

/// Where what the sources say is kept until it is too old.
public interface RateBoard {
    /// Who is to be asked; nobody where all rates are fixed.
    List<RateSource> sources();

    /// How long to rest between two questions to one source.
    Duration rest();

    /// Keeps what a source said in place of what it said before; where it said nothing usable, that stays until it is
    /// too old.
    void heard(RateSource source, RateSource.Answer answer);

    /// Notes that a source said nothing at all.
    void failed(RateSource source, SourceFailed why);
}
