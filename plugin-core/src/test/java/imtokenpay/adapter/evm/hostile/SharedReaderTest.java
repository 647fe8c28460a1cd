package imtokenpay.adapter.evm.hostile;

import static imtokenpay.adapter.evm.hostile.HostileChain.SHOP;
import static imtokenpay.adapter.evm.hostile.HostileChain.SHOPPER;
import static imtokenpay.adapter.evm.hostile.HostileChain.USDT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Address;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.Watch;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One reader, asked by many threads at once for different things: each gets what it would get alone.
class SharedReaderTest {
    private static final int THREADS = 8;
    private static final int TIMES = 25;
    private static final long HEAD = 500;
    private static final String OTHER = "0x0000000000000000000000000000000000010000";
    private static final Watch FOR_OTHER = new Watch(Desk.WATCH.assets(), Set.of(new Address(OTHER)));

    private final Desk desk = new Desk();

    @BeforeEach
    void fills() {
        desk.chain.isAt(HEAD);
        for (var height = 101L; height <= HEAD; height += 3) {
            desk.chain.transfers(height, USDT, SHOPPER, SHOP, BigInteger.valueOf(height));
            desk.chain.transfers(height, USDT, SHOPPER, OTHER, BigInteger.valueOf(height));
            desk.chain.pays(height, SHOPPER, SHOP, BigInteger.valueOf(height), 1);
            desk.chain.appears(height, height % 2 == 0 ? SHOP : OTHER, BigInteger.valueOf(height));
        }
    }

    @AfterEach
    void closes() {
        desk.close();
    }

    @Test
    void many_threads_get_what_each_would_get_alone() throws Exception {
        var tasks = IntStream.range(0, THREADS)
                .<Callable<Void>>mapToObj(number -> () -> {
                    asks(new SplittableRandom(number));
                    return null;
                })
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    private void asks(SplittableRandom random) {
        for (var time = 0; time < TIMES; time++) {
            var watch = random.nextBoolean() ? Desk.WATCH : FOR_OTHER;
            // Most of them begin where another's reading may have ended.
            var from = HEAD - 1 - random.nextInt(random.nextInt(4) == 0 ? 200 : 12);
            var found = random.nextBoolean()
                    ? desk.reader.read(desk.chain.tail(from - 5, from), watch).transfers()
                    : desk.reader.transfersIn(from + 1, HEAD, watch);
            assertEquals(expected(from, watch), told(found), "from " + from);
        }
    }

    private static Set<String> expected(long after, Watch watch) {
        var isShop = watch.equals(Desk.WATCH);
        var all = new TreeSet<String>();
        for (var height = 101L; height <= HEAD; height += 3) {
            if (height > after) {
                all.add(height + " token");
                if (isShop) {
                    all.add(height + " coin");
                }
                if (isShop == (height % 2 == 0)) {
                    all.add(height + " from within");
                }
            }
        }
        return all;
    }

    private static Set<String> told(Collection<Transfer> transfers) {
        return transfers.stream()
                .map(transfer -> transfer.amount().units() + " " + kind(transfer.id()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String kind(TransferId id) {
        return id.logIndex() >= 0 ? "token" : id.logIndex() == TransferId.NATIVE ? "coin" : "from within";
    }
}
