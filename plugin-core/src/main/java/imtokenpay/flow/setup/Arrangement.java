package imtokenpay.flow.setup;

import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingModes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the integrator's configuration and the kept settings below it make of this plugin.
public interface Arrangement {
    /// What settings would come to, made but not in use. Whoever asks for it closes it.
    interface Draft extends AutoCloseable {
        /// The accepted assets, in order.
        List<AcceptedAsset> provided();

        /// Where their money comes in.
        ReceivingModes modes();

        /// The chains that would be watched. Their readers can be asked as long as the draft is not
        /// closed.
        List<WatchedChain> chains();

        @Override
        void close();
    }

    /// Makes a draft. Touches no network.
    ///
    /// @param kept the settings below the configuration, by their whole names
    /// @throws IllegalArgumentException in words for whoever wrote the settings if they are wrong or
    /// dangerous
    Draft draft(Map<String, String> kept);

    /// Exchanges what is in use. Whoever works with the old networks has time to end that.
    ///
    /// @param version of the kept settings; nothing happens if it is in use already
    /// @throws IllegalArgumentException as above; what is in use stays
    void use(Map<String, String> kept, long version);

    /// Lets go of what was exchanged long enough ago.
    void tidy();

    /// The version of the kept settings that is in use; negative before the first.
    long version();

    /// Whether the integrator's configuration sets that key, so that what is kept for it does not
    /// count.
    boolean isConfigured(String key);

    /// What the integrator's configuration says for a key.
    Optional<String> text(String key);
}
