package imtokenpay.adapter.bitcoin.regtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.TransactionAnswer.Done;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import imtokenpay.chain.watch.TransactionAnswer.Pending;
import imtokenpay.chain.watch.TransactionAnswer.Unknown;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One transaction that a person asks after, on a real node.
class RegtestLookUpTest {
    private static final String NOBODYS = "ab".repeat(32);

    @TempDir
    Path folder;

    @Test
    void without_an_index_it_tells_what_waits_and_what_has_unspent_money() throws IOException, InterruptedException {
        try (var node = RegtestNode.start(folder);
                var reader = node.reader()) {
            var shop = begins(node);
            var id = node.text("sendtoaddress", shop, "0.00012345");
            assertTrue(pays(((Pending) reader.transaction(id)).moves(), shop));
            var height = minesOne(node);
            node.mines(3);
            var done = (Done) reader.transaction(id);
            assertEquals(height, done.height());
            assertTrue(pays(done.moves(), shop));
            var none = assertThrows(ChainUnavailable.class, () -> reader.transaction(NOBODYS));
            assertTrue(none.getMessage().contains("txindex=1"), none.getMessage());
        }
    }

    @Test
    void with_an_index_it_tells_all_even_what_is_spent_and_what_is_none() throws IOException, InterruptedException {
        try (var node = RegtestNode.start(folder, "-txindex=1");
                var reader = node.reader()) {
            var shop = begins(node);
            var id = node.text("sendtoaddress", shop, "0.00012345");
            var height = minesOne(node);
            // Everything that the wallet has, so that nothing of that transaction stays unspent.
            node.call("sendall", List.of(node.text("getnewaddress")));
            var block = node.mines(1);
            assertEquals(height, ((Done) reader.transaction(id)).height());
            assertEquals(new Unknown(), reader.transaction(NOBODYS));
            node.leavesBehind(block);
            assertEquals(height, ((Done) reader.transaction(id)).height());
        }
    }

    private static String begins(RegtestNode node) {
        node.call("createwallet", "shopper");
        node.mines(110);
        return node.text("getnewaddress", "", "bech32");
    }

    private static long minesOne(RegtestNode node) {
        node.mines(1);
        return node.call("getblockcount").asLong(0);
    }

    private static boolean pays(List<Move> moves, String shop) {
        return moves.stream()
                .filter(move -> move.to().text().equals(shop))
                .map(Move::units)
                .toList()
                .equals(List.of(BigInteger.valueOf(12_345)));
    }
}
