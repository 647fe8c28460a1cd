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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;

/// A chain of some family, a wire that may break, and our reader at its other end, which has read all that there is.
abstract class ReaderScene {
    FamilyChain chain;
    Ground ground;
    Wire wire;
    NodeReader reader;
    Watch watch;
    Follower shop;

    /// The family's chain.
    protected abstract FamilyChain family() throws Exception;

    @BeforeEach
    void starts() throws Exception {
        chain = family();
        ground = new Ground(chain);
        wire = new Wire(chain.node());
        reader = anotherReader();
        watch = new Watch(Set.of(chain.asset()), Set.of(chain.shop()));
        shop = new Follower(watch, chain.block(chain.head()));
    }

    @AfterEach
    void stops() {
        reader.close();
        wire.close();
        chain.close();
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
