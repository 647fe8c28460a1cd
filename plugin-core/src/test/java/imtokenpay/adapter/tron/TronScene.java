package imtokenpay.adapter.tron;

import imtokenpay.chain.family.NodeReader;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A chain of 110 blocks, a node that shows it, and our reader.
abstract class TronScene {
    final TronChain chain = new TronChain(110);
    TronNode node;
    NodeReader reader;

    @BeforeEach
    void starts() throws IOException {
        node = new TronNode(chain::answer);
        node.shows(chain::walletBlock);
        reader = node.reader(TronChain.MAIN, "secret");
    }

    @AfterEach
    void stops() {
        reader.close();
        node.close();
    }
}
