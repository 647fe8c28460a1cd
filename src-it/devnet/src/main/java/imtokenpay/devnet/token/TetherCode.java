package imtokenpay.devnet.token;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/// The creation bytecode of Tether's TetherToken. See `LICENSE-requestnetwork.txt` beside the resource.
public final class TetherCode {
    private static final int ARGUMENTS = 4;
    private static final int WORD = 32;
    private static final String CODE = read();

    private TetherCode() {}

    /// What a new token is created with.
    public record Terms(BigInteger supply, String name, String symbol, int decimals) {
        public Terms {
            if (supply.signum() < 0 || decimals < 0 || decimals > 36) {
                throw new IllegalArgumentException("No token has such terms: " + supply + ", " + decimals);
            }
        }
    }

    /// The data of a transaction that creates the token.
    public static String creation(Terms terms) {
        String name = TokenAbi.tail(terms.name());
        int nameAt = ARGUMENTS * WORD;
        int symbolAt = nameAt + name.length() / 2;
        return CODE
                + TokenAbi.word(terms.supply())
                + TokenAbi.word(BigInteger.valueOf(nameAt))
                + TokenAbi.word(BigInteger.valueOf(symbolAt))
                + TokenAbi.word(BigInteger.valueOf(terms.decimals()))
                + name
                + TokenAbi.tail(terms.symbol());
    }

    /// The terms in a creation transaction's data, if it creates exactly this token.
    public static Optional<Terms> recognise(String data) {
        if (!data.startsWith(CODE)) {
            return Optional.empty();
        }
        String arguments = data.substring(CODE.length());
        return Optional.of(new Terms(
                TokenAbi.number(arguments, 0),
                TokenAbi.text(arguments, 1),
                TokenAbi.text(arguments, 2),
                TokenAbi.number(arguments, 3).intValueExact()));
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(TetherCode.class.getResourceAsStream("tether.hex"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return "0x" + text.replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
