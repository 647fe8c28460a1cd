package imtokenpay.devnet.wallet.scan;

import imtokenpay.devnet.wallet.scan.ScannedPayment.AddressOnly;
import imtokenpay.devnet.wallet.scan.ScannedPayment.Transfer;
import imtokenpay.devnet.wallet.scan.ScannedPayment.Unrecognised;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// ERC-681 as MetaMask reads it. Keys it does not know are passed over: an imToken token code is a payment in
/// the chain's own coin to such a wallet.
final class Eip681Code {
    private static final Pattern FORM = Pattern.compile(
            "ethereum:(?:pay-)?(0x[0-9a-fA-F]{40})(?:@([0-9]{1,18}))?(?:/([A-Za-z_][A-Za-z0-9_]*))?(?:\\?(.*))?");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,78}(?:\\.[0-9]{1,78})?(?:[eE][0-9]{1,2})?");

    private Eip681Code() {}

    static ScannedPayment read(String text) {
        if (Addresses.shaped(text)) {
            return new AddressOnly(text);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return new Unrecognised("This code is no ERC-681 payment: " + text);
        }
        Optional<Query> query = Query.read(form.group(4));
        if (query.isEmpty()) {
            return new Unrecognised("This code can be read in two ways: " + text);
        }
        return form.group(3) == null ? coin(form, query.get()) : call(form, query.get());
    }

    private static ScannedPayment coin(Matcher form, Query query) {
        if (query.value("value").isEmpty()) {
            return new AddressOnly(form.group(1));
        }
        return number(query, "value")
                .<ScannedPayment>map(wei -> transfer(new Asset.Native(), form.group(1), wei, form))
                .orElseGet(() -> new Unrecognised("This code's value is no whole number."));
    }

    private static ScannedPayment call(Matcher form, Query query) {
        Optional<String> payee = query.value("address").filter(Addresses::shaped);
        Optional<BigInteger> units = number(query, "uint256");
        if (!form.group(3).equals("transfer") || payee.isEmpty() || units.isEmpty()) {
            return new Unrecognised("This code calls a contract, but is no token transfer.");
        }
        return transfer(new Asset.Token(form.group(1)), payee.get(), units.get(), form);
    }

    private static ScannedPayment transfer(Asset asset, String receiver, BigInteger units, Matcher form) {
        OptionalLong chain =
                form.group(2) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(form.group(2)));
        return new Transfer(asset, receiver, units, OptionalInt.empty(), chain);
    }

    /// Whole numbers, also written as `2.014e18`.
    private static Optional<BigInteger> number(Query query, String key) {
        try {
            return query.value(key)
                    .filter(text -> NUMBER.matcher(text).matches())
                    .map(text -> new BigDecimal(text).toBigIntegerExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }
}
