package imtokenpay.flow.monitor;

import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.money.ChainId;

/// Hears how the watching of chains goes. Told outside of transactions, of nothing but what was committed.
public interface WatchMonitor {
    /// The plugin has started: the database has this version's schema, and the configuration was accepted.
    default void started() {}

    /// Networks, assets, stores or sources of prices were exchanged while the plugin runs.
    default void arranged() {}

    /// A look at a chain begins, or goes on after a part of it: who repeats the looks is alive.
    default void ticked(ChainId chain) {}

    /// Nothing has to be read now: nothing can be paid, or another node of the cluster reads.
    default void rested(ChainId chain) {}

    /// A reading was taken over.
    ///
    /// @param known the blocks that were held before it
    /// @param entered how many transfers it brought that were never seen before
    default void read(ChainTail known, Reading reading, int entered) {}
}
