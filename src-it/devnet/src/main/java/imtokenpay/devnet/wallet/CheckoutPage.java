package imtokenpay.devnet.wallet;

import imtokenpay.devnet.wallet.scan.Asset;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person sees on a checkout page: the code to scan, and what is written beside it. The writing is read
/// from the data attributes of the element with id `payment`; each of them may be missing.
///
/// @param html the page as it was sent
record CheckoutPage(String html) {
    private static final Pattern SVG = Pattern.compile("<svg\\b([^>]*)>.*?</svg>", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("\\bclass\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Pattern PAYMENT = Pattern.compile("<[a-z][^<>]*\\sid\\s*=\\s*[\"']payment[\"'][^<>]*>");
    private static final Pattern DATA = Pattern.compile("\\sdata-([a-z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern EVM = Pattern.compile("(?:eip155:)?([0-9]{1,18})");
    private static final Pattern TOKEN = Pattern.compile("(?:eip155:[0-9]+/erc20:)?(0x[0-9a-fA-F]{40})");
    private static final Pattern COIN = Pattern.compile("native|eip155:[0-9]+/slip44:[0-9]+");

    /// The first picture of a QR code.
    Optional<String> code() {
        return SVG.matcher(html)
                .results()
                .filter(svg -> isCode(svg.group(1)))
                .map(svg -> svg.group())
                .findFirst();
    }

    private static boolean isCode(String attributes) {
        Matcher classes = CLASS.matcher(attributes);
        return classes.find() && Arrays.asList(classes.group(1).split("\\s+")).contains("qr");
    }

    Optional<String> receiver() {
        return written("address");
    }

    /// Whether the page is for that chain, by its CAIP-2 name.
    boolean isFor(String chain) {
        return written("chain").equals(Optional.of(chain));
    }

    OptionalLong chain() {
        Matcher chain = EVM.matcher(written("chain").orElse(""));
        return chain.matches() ? OptionalLong.of(Long.parseLong(chain.group(1))) : OptionalLong.empty();
    }

    /// `native`, a contract, or a CAIP-19 name of either.
    Optional<Asset> asset() {
        String name = written("asset").orElse("");
        Matcher token = TOKEN.matcher(name);
        if (token.matches()) {
            return Optional.of(new Asset.Token(token.group(1)));
        }
        return COIN.matcher(name).matches() ? Optional.of(new Asset.Native()) : Optional.empty();
    }

    /// The amount in the asset's smallest unit.
    Optional<BigInteger> units() {
        return written("units").filter(text -> text.matches("[0-9]{1,78}")).map(BigInteger::new);
    }

    /// The amount as people read it, in the asset's smallest unit.
    ///
    /// @throws ArithmeticException when it has more digits than the asset has decimals
    Optional<BigInteger> amount(int decimals) {
        return written("asset-amount")
                .filter(text -> text.matches("[0-9]{1,40}(\\.[0-9]{1,40})?"))
                .map(text -> new BigDecimal(text).movePointRight(decimals).toBigIntegerExact());
    }

    private Optional<String> written(String name) {
        Matcher element = PAYMENT.matcher(html);
        if (!element.find()) {
            return Optional.empty();
        }
        Map<String, String> data = new HashMap<>();
        Matcher each = DATA.matcher(element.group());
        while (each.find()) {
            data.put(each.group(1), each.group(2) == null ? each.group(3) : each.group(2));
        }
        return Optional.ofNullable(data.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
