package imtokenpay.checkout.wallet;

import imtokenpay.chain.Finality;
import imtokenpay.flow.seen.Seen;
import imtokenpay.merchant.known.KnownAsset;
import imtokenpay.merchant.known.KnownNetwork;
import imtokenpay.money.Amount;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import java.util.Optional;

/// What a shopper should know of the chain that he pays on, as far as it concerns his payment.
///
/// @param sighting what is on its way and in no block yet, as far as that is known
public record ChainHints(Payment payment, Optional<Seen> sighting) {
    /// Whether it is a coin that some services send in a way that no block shows plainly. Bitcoin has no such way.
    public boolean mayGoUnnoticed() {
        return due().asset().isNative() && !isOf("bip122");
    }

    /// Whether money on its way may be seen, long before a block holds it.
    public boolean isSeenEarly() {
        return isOf("bip122")
                && (payment.status() == PaymentStatus.AWAITING || payment.status() == PaymentStatus.UNDERPAID);
    }

    /// What is on its way and in no block yet; zero also where that is not known.
    public Amount seen() {
        return sighting.map(Seen::amount).orElse(Amount.zero(due().asset()));
    }

    /// Whether the sender has said that another transaction may take its place.
    public boolean isReplaceable() {
        return sighting.filter(Seen::isReplaceable).isPresent();
    }

    /// Whether it waits for more than confirmations: that the chain itself calls its block final.
    public boolean isFinalAwaited() {
        return !(payment.terms().finality() instanceof Finality.Depth) && payment.status() == PaymentStatus.CONFIRMING;
    }

    /// The key of the text about the fee. A transfer of USDT on TRON takes 64,285 of energy, or 13.6 TRX; 130,285
    /// to an address that never held any (support.token.im, article 27669064968729, read 2026-11).
    public String fee() {
        return isOf("tron") && !due().asset().isNative()
                ? "fee.energy"
                : feeCoin().isEmpty() ? "fee.coin" : "fee.in";
    }

    /// What the network's fee is paid in; empty where that is not known.
    public String feeCoin() {
        var asset = due().asset();
        return asset.isNative()
                ? asset.symbol()
                : KnownNetwork.of(asset.chain())
                        .map(KnownNetwork::coin)
                        .map(KnownAsset::asset)
                        .map(coin -> coin.symbol())
                        .orElse("");
    }

    private boolean isOf(String family) {
        return due().asset().chain().family().equals(family);
    }

    private Amount due() {
        return payment.terms().due();
    }
}
