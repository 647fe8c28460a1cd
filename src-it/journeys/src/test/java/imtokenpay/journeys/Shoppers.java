package imtokenpay.journeys;

import imtokenpay.demo.DemoWorld;
import imtokenpay.outside.Checkout;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Shoppers who order one book after another, pay for two of three and cancel the third, whether the server is there or
/// not.
final class Shoppers implements AutoCloseable {
    private static final int COUNT = 3;
    // The sixth is the only one of its kind.
    private static final int BOOKS = 5;

    /// An order whose payment page was seen.
    record Order(String ref, String payment, BigDecimal asked) {}

    private final DemoWorld world;
    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT);
    private final Queue<Order> paid = new ConcurrentLinkedQueue<>();
    private final Queue<Order> unpaid = new ConcurrentLinkedQueue<>();
    private final AtomicInteger steps = new AtomicInteger();
    private final AtomicInteger tries = new AtomicInteger();
    private volatile boolean isOver;

    Shoppers(DemoWorld world) {
        this.world = world;
        for (int i = 0; i < COUNT; i++) {
            threads.execute(this::shop);
        }
    }

    /// How many steps they have taken together.
    int steps() {
        return steps.get();
    }

    /// No more orders; whoever has one in hand finishes it.
    @Override
    public void close() {
        isOver = true;
        threads.close();
    }

    List<Order> paid() {
        return List.copyOf(paid);
    }

    /// Those for which nothing was paid.
    List<Order> unpaid() {
        return List.copyOf(unpaid);
    }

    List<Order> all() {
        return Stream.concat(paid.stream(), unpaid.stream()).toList();
    }

    private void shop() {
        while (!isOver) {
            try {
                buy();
            } catch (UncheckedIOException | AssertionError gone) {
                // The server died over it and no page was seen, or the book is sold out.
                Thread.onSpinWait();
            }
        }
    }

    private void buy() {
        int number = tries.incrementAndGet();
        String ref = world.server().shop().order(1 + number % BOOKS, 1);
        steps.incrementAndGet();
        URI page = world.server().shop().pay(ref, world.devnet().eth());
        String payment = new Checkout(page).paymentId();
        String asked =
                world.server().plugin().payment(payment).path("assetAmount").asString();
        Order order = new Order(ref, payment, new BigDecimal(asked));
        steps.incrementAndGet();
        if (number % 3 == 0) {
            unpaid.add(order);
            world.server().shop().cancel(ref);
        } else {
            pay(order);
        }
        steps.incrementAndGet();
    }

    // One wallet, one payment at a time.
    private synchronized void pay(Order order) {
        world.devnet().send(order.asked());
        paid.add(order);
    }
}
