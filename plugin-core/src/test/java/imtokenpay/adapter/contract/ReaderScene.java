package imtokenpay.adapter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.Watch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.function.Executable;

/// Our reader at the other end of the wire; it has read all that there is.
abstract class ReaderScene extends FamilyScene {
    NodeReader reader;
    Watch watch;
    Follower shop;

    ReaderScene(Callable<FamilyChain> family) {
        super(family);
    }

    @Override
    void begins() {
        reader = anotherReader();
        watch = new Watch(Set.of(chain.asset()), Set.of(chain.shop()));
        shop = new Follower(watch, chain.block(chain.head()));
    }

    @Override
    void ends() {
        reader.close();
    }

    /// So many blocks, each of which pays, and all of it is known.
    void paysAndKnows(int blocks) {
        for (var i = 0; i < blocks; i++) {
            ground.mines(ground.pay(10_000 + i));
        }
        knowsAll();
    }

    NodeReader anotherReader() {
        var now = chain.block(chain.head()).time().plus(Duration.ofDays(400));
        return chain.reader(wire.address(), InstantSource.fixed(now));
    }

    /// Reads on, and knows all that is true.
    void knowsAll() {
        shop.follows(reader);
        knows();
    }

    void knows() {
        assertEquals(List.copyOf(ground.paid()), Ground.told(shop.found()));
        assertEquals(chain.block(chain.head()), shop.tail().last());
        shop.tail().blocks().forEach(block -> assertEquals(chain.block(block.height()), block));
    }

    static Reason trouble(Executable asking) {
        return assertThrows(ChainUnavailable.class, asking).reason();
    }
}
