package imtokenpay.devnet.wallet.scan;

import imtokenpay.devnet.wallet.scan.ScannedPayment.AddressOnly;
import imtokenpay.devnet.wallet.scan.ScannedPayment.Transfer;
import imtokenpay.devnet.wallet.scan.ScannedPayment.Unrecognised;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The transfer code imToken itself shows and reads:
/// `ethereum:<receiver>@<chain>?contractAddress=<token>&decimal=<n>&value=<smallest units>`.
final class ImTokenCode {
    private static final Pattern FORM = Pattern.compile("ethereum:(0x[0-9a-fA-F]{40})(?:@([0-9]{1,18}))?(?:\\?(.*))?");
    private static final Pattern UNITS = Pattern.compile("[0-9]{1,78}");
    private static final Pattern DECIMALS = Pattern.compile("[0-9]{1,2}");

    private ImTokenCode() {}

    static ScannedPayment read(String text) {
        if (Addresses.shaped(text)) {
            return new AddressOnly(text);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return new Unrecognised("This code is no transfer that imToken reads: " + text);
        }
        Optional<Query> query = Query.read(form.group(3));
        if (query.isEmpty()) {
            return new Unrecognised("This code can be read in two ways: " + text);
        }
        if (query.get().values().isEmpty()) {
            return new AddressOnly(form.group(1));
        }
        return transfer(form, query.get());
    }

    private static ScannedPayment transfer(Matcher form, Query query) {
        Optional<String> units =
                query.value("value").filter(value -> UNITS.matcher(value).matches());
        Optional<String> decimals =
                query.value("decimal").filter(value -> DECIMALS.matcher(value).matches());
        Optional<String> contract = query.value("contractAddress");
        if (units.isEmpty() || decimals.isEmpty()) {
            return new Unrecognised("This code does not say value and decimal as whole numbers.");
        }
        if (contract.isPresent() && !Addresses.shaped(contract.get())) {
            return new Unrecognised("This code names a token that is no address: " + contract.get());
        }
        return new Transfer(
                contract.<Asset>map(Asset.Token::new).orElseGet(Asset.Native::new),
                form.group(1),
                new BigInteger(units.get()),
                OptionalInt.of(Integer.parseInt(decimals.get())),
                form.group(2) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(form.group(2))));
    }
}
