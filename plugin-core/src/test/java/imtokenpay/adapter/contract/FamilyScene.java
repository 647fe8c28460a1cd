package imtokenpay.adapter.contract;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A chain of some family, and a wire to its node that may break.
abstract class FamilyScene {
    private final Callable<FamilyChain> family;
    FamilyChain chain;
    Ground ground;
    Wire wire;

    FamilyScene(Callable<FamilyChain> family) {
        this.family = family;
    }

    @BeforeEach
    void opens() throws Exception {
        chain = family.call();
        ground = new Ground(chain);
        wire = new Wire(chain.node());
        begins();
    }

    /// Somebody begins to look at it.
    abstract void begins();

    /// Nobody looks any more.
    abstract void ends();

    @AfterEach
    void closes() {
        ends();
        wire.close();
        chain.close();
    }
}
