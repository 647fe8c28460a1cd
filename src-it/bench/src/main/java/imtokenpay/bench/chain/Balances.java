package imtokenpay.bench.chain;

import java.util.HashMap;
import java.util.Map;

/// What the orders' addresses hold of the coin.
final class Balances {
    private final Shape shape;
    private final Map<Long, Integer> orders = new HashMap<>();

    Balances(Shape shape) {
        this.shape = shape;
        for (var order = 0; order < shape.orders(); order++) {
            orders.put(Key.ofOrder(order).first(), order);
        }
    }

    /// What the address that begins so holds after a block; nothing if it is none of ours.
    long of(long addressStart, long height) {
        var order = orders.get(addressStart);
        return order == null ? 0 : shape.balance(order, height);
    }
}
