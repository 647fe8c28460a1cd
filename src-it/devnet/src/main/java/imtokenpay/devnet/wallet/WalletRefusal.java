package imtokenpay.devnet.wallet;

/// The wallet will not pay, and tells its owner why.
public final class WalletRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    WalletRefusal(Reason reason, String text) {
        super(text);
        this.reason = reason;
    }

    /// Why not; of several the first in this order is told.
    public enum Reason {
        /// The checkout page cannot be fetched, or is on another machine.
        NO_PAGE,
        /// There is no code that can be read on the page.
        NO_CODE,
        /// The code is no payment this wallet knows.
        UNKNOWN_CODE,
        /// The page says something else than its code.
        PAGE_DISAGREES,
        /// The code is for another chain.
        WRONG_CHAIN,
        /// The receiver's checksum is wrong, or money sent there would be lost.
        BAD_RECEIVER,
        /// Nobody says how much.
        NO_AMOUNT,
        /// There is no such token on this chain.
        UNKNOWN_TOKEN,
        /// The code counts in other units than the token.
        WRONG_DECIMALS,
        /// The wallet holds too little.
        NOT_ENOUGH
    }

    /// Why not.
    public Reason reason() {
        return reason;
    }
}
