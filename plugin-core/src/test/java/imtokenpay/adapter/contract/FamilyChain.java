package imtokenpay.adapter.contract;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.money.Asset;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A chain of one family in a test's hands, an honest node that shows it over real HTTP, and the production reader.
/// What
/// families have each in their own way, it hides.
public interface FamilyChain extends AutoCloseable {
    /// The asset that the shop is paid in.
    Asset asset();

    Address shop();

    /// Somebody else's address.
    ///
    /// @param number tells it from all others, 1 to 99
    Address another(int number);

    /// Where the honest node answers.
    URI node();

    /// The production reader, of a node at that address.
    NodeReader reader(URI node, InstantSource clock);

    /// The height of the newest block; 100 or more at first.
    long head();

    /// One block of the chain as it is now.
    BlockRef block(long height);

    /// Makes a block that holds these.
    ///
    /// @return the transactions' hashes, in their order; the same payment has the same one in any block
    List<String> mines(List<Pay> pays);

    /// Makes that many blocks that hold nothing.
    default void grows(int blocks) {
        for (var i = 0; i < blocks; i++) {
            mines(List.of());
        }
    }

    /// The newest blocks are gone with all that was in them; those that are made next are others.
    void leaves(int depth);

    /// The node does not know so many of the newest blocks; 0: it knows all.
    void lags(int blocks);

    /// The next block is dated so much later than it would be.
    void passes(Duration time);

    /// What a node of another chain of this family answers to that call, where it answers otherwise.
    Optional<String> ofAnotherChain(JsonNode call);

    /// Whether nodes of this family that have limits refuse that request, in their words; the calls are a list.
    default Optional<String> refusal(JsonNode calls) {
        return Optional.empty();
    }

    /// More blocks than one reading takes.
    int farBehind();

    /// How many blocks further down than elsewhere a chain begins, since its makers date blocks as they like.
    default int datesDifferBlocks() {
        return 0;
    }

    /// How many blocks it takes, at most, until a deadline that has passed is known to have.
    default int blocksUntilLate() {
        return 1;
    }

    @Override
    void close();
}
