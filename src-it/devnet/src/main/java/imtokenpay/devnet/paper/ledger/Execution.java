package imtokenpay.devnet.paper.ledger;

import imtokenpay.devnet.token.TetherCode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.web3j.crypto.ContractUtils;

/// Runs one transaction on a world. Gas is fixed by kind, because no payment rule depends on its exact amount.
public record Execution(World after, Outcome outcome) {
    public static final BigInteger BASE_FEE = BigInteger.valueOf(1_000_000_000L);
    public static final BigInteger PAYMENT_GAS = BigInteger.valueOf(21_000);
    public static final BigInteger TOKEN_GAS = BigInteger.valueOf(63_920);
    public static final BigInteger CREATION_GAS = BigInteger.valueOf(3_000_000);

    /// Why a transaction may not enter a block (or the pool) at all, in the words of a real node.
    public static Optional<String> obstacle(World world, PaperTransaction transaction) {
        BigInteger cost = transaction.gasLimit().multiply(transaction.maxFee()).add(transaction.wei());
        if (transaction.nonce().compareTo(world.nonce(transaction.from())) < 0) {
            return Optional.of("nonce too low");
        }
        if (transaction.maxFee().compareTo(BASE_FEE) < 0) {
            return Optional.of("max fee per gas less than block base fee");
        }
        if (transaction.gasLimit().compareTo(PAYMENT_GAS) < 0) {
            return Optional.of("intrinsic gas too low");
        }
        if (cost.compareTo(world.balance(transaction.from())) > 0) {
            return Optional.of("Insufficient funds for gas * price + value");
        }
        boolean foreign = transaction.to().isEmpty()
                && TetherCode.recognise(transaction.data()).isEmpty();
        return foreign ? Optional.of("the simulated chain runs no contract but Tether") : Optional.empty();
    }

    /// Runs a transaction for which there is no obstacle.
    public static Execution of(World before, PaperTransaction transaction) {
        BigInteger gas = gas(before, transaction);
        boolean starved = transaction.gasLimit().compareTo(gas) < 0;
        BigInteger used = starved ? transaction.gasLimit() : gas;
        World charged = before.charged(transaction.from(), used.multiply(transaction.price(BASE_FEE)));
        if (starved) {
            return new Execution(charged, Outcome.reverted(used));
        }
        Optional<String> to = transaction.to();
        if (to.isEmpty()) {
            return create(charged, transaction);
        }
        if (charged.token(to.get()).isPresent()) {
            return call(charged, transaction, to.get());
        }
        World paid = charged.moved(transaction.from(), to.get(), transaction.wei());
        return new Execution(paid, Outcome.done(used, List.of()));
    }

    /// What a transaction of this kind uses up.
    private static BigInteger gas(World world, PaperTransaction transaction) {
        return transaction.to().map(to -> gas(world, to)).orElse(CREATION_GAS);
    }

    /// What a call of, or a payment to, this address uses up.
    public static BigInteger gas(World world, String to) {
        return world.token(to).isPresent() ? TOKEN_GAS : PAYMENT_GAS;
    }

    private static Execution create(World world, PaperTransaction transaction) {
        TetherCode.Terms terms = TetherCode.recognise(transaction.data()).orElseThrow();
        if (transaction.wei().signum() > 0) {
            return new Execution(world, Outcome.reverted(CREATION_GAS));
        }
        String address = ContractUtils.generateContractAddress(transaction.from(), transaction.nonce());
        Token token = new Token(terms, Map.of(transaction.from(), terms.supply()));
        Outcome outcome =
                new Outcome(true, CREATION_GAS, Optional.of(address), List.of(Log.owned(address, transaction.from())));
        return new Execution(world.withToken(address, token), outcome);
    }

    private static Execution call(World world, PaperTransaction transaction, String address) {
        Optional<Token.Spending> spent = transaction.wei().signum() > 0
                ? Optional.empty()
                : world.token(address).flatMap(token -> token.spend(transaction.from(), transaction.data()));
        return spent.map(spending -> {
                    Log log = Log.transfer(address, transaction.from(), spending.to(), spending.units());
                    return new Execution(
                            world.withToken(address, spending.after()), Outcome.done(TOKEN_GAS, List.of(log)));
                })
                .orElseGet(() -> new Execution(world, Outcome.reverted(TOKEN_GAS)));
    }
}
