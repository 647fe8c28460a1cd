package imtokenpay.adapter.bitcoin.regtest;

import imtokenpay.adapter.contract.FamilyStoryContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// The stories that all families tell, with a real Bitcoin node.
class RegtestStoriesTest extends FamilyStoryContract {
    private static final int MATURE = 300;

    @TempDir
    static Path folder;

    private static RegtestNode node;

    RegtestStoriesTest() {
        super(() -> new RegtestFamilyChain(node));
    }

    @BeforeAll
    static void starts() throws IOException, InterruptedException {
        node = RegtestNode.start(folder);
        node.call("createwallet", "shopper");
        node.mines(MATURE);
    }

    @AfterAll
    static void stops() {
        if (node != null) {
            node.close();
        }
    }
}
