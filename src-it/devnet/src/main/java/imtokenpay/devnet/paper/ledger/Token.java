package imtokenpay.devnet.paper.ledger;

import imtokenpay.devnet.token.TetherCode;
import imtokenpay.devnet.token.TokenAbi;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A Tether token as it stands after some block.
public record Token(TetherCode.Terms terms, Map<String, BigInteger> holdings) {
    public Token {
        holdings = Map.copyOf(holdings);
    }

    /// What an account holds.
    public BigInteger of(String owner) {
        return holdings.getOrDefault(owner, BigInteger.ZERO);
    }

    /// What a transfer did, and the token after it.
    public record Spending(Token after, String to, BigInteger units) {}

    /// Runs a call that changes something; nothing when it is no transfer, or the sender holds too little.
    public Optional<Spending> spend(String from, String data) {
        boolean transfer = data.startsWith(TokenAbi.TRANSFER) && data.length() >= TokenAbi.TRANSFER.length() + 128;
        if (!transfer) {
            return Optional.empty();
        }
        String arguments = data.substring(TokenAbi.TRANSFER.length());
        String to = TokenAbi.address(arguments, 0);
        BigInteger units = TokenAbi.number(arguments, 1);
        if (of(from).compareTo(units) < 0) {
            return Optional.empty();
        }
        Map<String, BigInteger> after = new HashMap<>(holdings);
        after.merge(from, units, BigInteger::subtract);
        after.merge(to, units, BigInteger::add);
        return Optional.of(new Spending(new Token(terms, after), to, units));
    }

    /// The answer of a view function, with prefix; nothing when the token has no such function.
    public Optional<String> view(String data) {
        return switch (data.substring(0, Math.min(10, data.length()))) {
            case TokenAbi.BALANCE_OF -> Optional.of(word(of(TokenAbi.address(data.substring(10), 0))));
            case TokenAbi.DECIMALS -> Optional.of(word(BigInteger.valueOf(terms.decimals())));
            case TokenAbi.TOTAL_SUPPLY -> Optional.of(word(terms.supply()));
            case TokenAbi.SYMBOL -> Optional.of(text(terms.symbol()));
            case TokenAbi.NAME -> Optional.of(text(terms.name()));
            default -> Optional.empty();
        };
    }

    private static String word(BigInteger number) {
        return "0x" + TokenAbi.word(number);
    }

    private static String text(String text) {
        return word(BigInteger.valueOf(32)) + TokenAbi.tail(text);
    }
}
