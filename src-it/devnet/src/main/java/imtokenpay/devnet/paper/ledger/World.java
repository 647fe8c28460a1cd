package imtokenpay.devnet.paper.ledger;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Everything the chain knows after some block: an immutable value, so every block can keep its own.
public record World(Map<String, BigInteger> balances, Map<String, BigInteger> nonces, Map<String, Token> tokens) {
    public World {
        balances = Map.copyOf(balances);
        nonces = Map.copyOf(nonces);
        tokens = Map.copyOf(tokens);
    }

    /// Native coin of an account, in wei.
    public BigInteger balance(String address) {
        return balances.getOrDefault(address, BigInteger.ZERO);
    }

    /// How many transactions an account has had mined.
    public BigInteger nonce(String address) {
        return nonces.getOrDefault(address, BigInteger.ZERO);
    }

    /// The token contract at an address.
    public Optional<Token> token(String address) {
        return Optional.ofNullable(tokens.get(address));
    }

    /// The same world with another balance.
    World withBalance(String address, BigInteger wei) {
        return new World(with(balances, address, wei), nonces, tokens);
    }

    World withToken(String address, Token token) {
        return new World(balances, nonces, with(tokens, address, token));
    }

    /// The sender has paid its fee, and its next transaction carries the next number.
    World charged(String sender, BigInteger fee) {
        World paid = withBalance(sender, balance(sender).subtract(fee));
        return new World(paid.balances, with(nonces, sender, nonce(sender).add(BigInteger.ONE)), tokens);
    }

    World moved(String from, String to, BigInteger wei) {
        World taken = withBalance(from, balance(from).subtract(wei));
        return taken.withBalance(to, taken.balance(to).add(wei));
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> copy = new HashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}
