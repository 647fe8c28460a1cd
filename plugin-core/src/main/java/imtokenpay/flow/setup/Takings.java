package imtokenpay.flow.setup;

import imtokenpay.money.ChainId;

/// What shoppers have done so far: it tells a shop that sells from one that is being set up.
public interface Takings {
    /// Whether a payment was ever settled, play money aside.
    boolean isAny();

    /// Whether a payment was ever asked for on that chain.
    boolean isAskedOn(ChainId chain);

    /// Whether a payment was ever asked for by a store of that id.
    boolean isAskedBy(String storeId);
}
