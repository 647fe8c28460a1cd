package imtokenpay.simulation;

import imtokenpay.chain.Address;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.payment.Payment;
import imtokenpay.simulation.SimulatedChain.Movement;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Those who send money: shoppers who pay, once or twice, and everybody else.
final class Senders {
    private final SplittableRandom random;
    private final SimulatedChain chain;
    private final MemoryStore store;

    Senders(SplittableRandom random, SimulatedChain chain, MemoryStore store) {
        this.random = random;
        this.chain = chain;
        this.store = store;
    }

    /// A shopper pays what is due: once, twice in one transaction, or together with what somebody else owes.
    void pay() {
        var payments = payments();
        if (payments.isEmpty()) {
            return;
        }
        var first = movement(payments.get(random.nextInt(payments.size())));
        switch (random.nextInt(6)) {
            case 0 -> chain.send(first, first);
            case 1 -> chain.send(first, movement(payments.get(random.nextInt(payments.size()))));
            default -> chain.send(first);
        }
    }

    /// Somebody sends what nobody asked for.
    void paySomething() {
        chain.send(new Movement(somewhere(), new Amount(BigInteger.valueOf(random.nextInt(0, 1_000_000)), coin())));
    }

    // To an address of a payment's own, anything is a part of the price.
    private Address somewhere() {
        var payments = payments();
        return store.mode() instanceof ReceivingMode.Pool && !payments.isEmpty()
                ? payments.get(random.nextInt(payments.size())).receiver()
                : World.RECEIVER;
    }

    /// A payment that the chain carries and refuses.
    void fail() {
        somePayment().ifPresent(payment -> chain.sendInVain(movement(payment)));
    }

    /// A token of another contract, with the same name.
    void payInPlayMoney() {
        somePayment()
                .ifPresent(payment -> chain.send(new Movement(
                        payment.receiver(), new Amount(payment.terms().due().units(), World.LOOK_ALIKE))));
    }

    private Optional<Payment> somePayment() {
        var payments = payments();
        return payments.isEmpty() ? Optional.empty() : Optional.of(payments.get(random.nextInt(payments.size())));
    }

    /// What a thief would like to have paid.
    Amount wished() {
        return somePayment().map(payment -> payment.terms().due()).orElse(Amount.zero(coin()));
    }

    private Asset coin() {
        return chain.habits().coin();
    }

    private List<Payment> payments() {
        return List.copyOf(store.committed().payments().values());
    }

    private static Movement movement(Payment payment) {
        return new Movement(payment.receiver(), payment.terms().due());
    }
}
