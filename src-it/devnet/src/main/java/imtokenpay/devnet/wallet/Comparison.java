package imtokenpay.devnet.wallet;

import imtokenpay.devnet.wallet.WalletRefusal.Reason;
import imtokenpay.devnet.wallet.scan.Asset;
import imtokenpay.devnet.wallet.scan.ScannedPayment;
import imtokenpay.devnet.wallet.scan.ScannedPayment.AddressOnly;
import imtokenpay.devnet.wallet.scan.ScannedPayment.Transfer;
import imtokenpay.devnet.wallet.scan.ScannedPayment.Unrecognised;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Predicate;

/// Does what a careful person does before confirming: compares what the wallet shows with what the page says,
/// and types from the page what the code leaves open.
record Comparison(CheckoutPage page, Holdings holdings) {
    Transfer settle(ScannedPayment scanned) throws WalletRefusal {
        Transfer transfer = switch (scanned) {
            case Unrecognised code -> throw new WalletRefusal(Reason.UNKNOWN_CODE, code.why());
            case AddressOnly code -> typed(code.receiver());
            case Transfer code -> code;
        };
        agree("receiver", transfer.receiver(), page.receiver(), transfer.receiver()::equalsIgnoreCase);
        agree("asset", transfer.asset(), page.asset(), transfer.asset()::same);
        agree("amount in smallest units", transfer.units(), page.units(), transfer.units()::equals);
        agree("amount", transfer.units(), amount(transfer.asset()), transfer.units()::equals);
        if (transfer.chain().isPresent()
                && page.chain().isPresent()
                && !transfer.chain().equals(page.chain())) {
            throw disagreement(
                    "chain", transfer.chain().getAsLong(), page.chain().getAsLong());
        }
        return transfer;
    }

    /// The code is a bare address: asset and amount are typed from the page.
    private Transfer typed(String receiver) throws WalletRefusal {
        Asset asset = page.asset()
                .orElseThrow(() -> new WalletRefusal(
                        Reason.NO_AMOUNT,
                        "The code holds only an address, and the page does not say what to pay with."));
        Optional<BigInteger> units = page.units().isPresent() ? page.units() : amount(asset);
        BigInteger typed = units.orElseThrow(() -> new WalletRefusal(
                Reason.NO_AMOUNT, "The code holds only an address, and the page does not say how much."));
        OptionalLong chain = page.chain();
        return new Transfer(asset, receiver, typed, OptionalInt.empty(), chain);
    }

    private Optional<BigInteger> amount(Asset asset) throws WalletRefusal {
        OptionalInt decimals = holdings.decimals(asset);
        try {
            return decimals.isEmpty() ? Optional.empty() : page.amount(decimals.getAsInt());
        } catch (ArithmeticException e) {
            throw new WalletRefusal(
                    Reason.PAGE_DISAGREES, "The page's amount has more decimals than " + asset + " has.");
        }
    }

    private static <T> void agree(String what, Object code, Optional<T> page, Predicate<T> same) throws WalletRefusal {
        if (page.isPresent() && !same.test(page.get())) {
            throw disagreement(what, code, page.get());
        }
    }

    private static WalletRefusal disagreement(String what, Object code, Object page) {
        return new WalletRefusal(
                Reason.PAGE_DISAGREES,
                "The code and the page do not agree on the " + what + ": the code says " + code + ", the page " + page
                        + ".");
    }
}
