package imtokenpay.adapter.bitcoin.esplora;

import imtokenpay.adapter.bitcoin.node.Members;
import imtokenpay.adapter.evm.json.Tokens;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.Instant;

/// What `/block/:hash` says beside what the block's header itself shows.
///
/// @param time the block's own, as the server says
/// @param medianTime the median of the times of the block and the ten before it
record ToldBlock(long height, Instant time, Instant medianTime) {

    static ToldBlock read(Tokens tokens, String asked) {
        var hash = "";
        var height = -1L;
        var time = Instant.MIN;
        var medianTime = Instant.MIN;
        var members = new Members(tokens.json());
        for (var name = members.next(); !name.isEmpty(); name = members.next()) {
            switch (name) {
                case "id" -> hash = members.hash();
                case "height" -> height = members.number();
                case "timestamp" -> time = members.time();
                case "mediantime" -> medianTime = members.time();
                default -> members.pass();
            }
        }
        if (!hash.equals(asked)) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT, "the node answered another block than the one that was asked for");
        }
        if (height < 0 || time.equals(Instant.MIN) || medianTime.equals(Instant.MIN)) {
            throw Members.notUsable("block");
        }
        return new ToldBlock(height, time, medianTime);
    }
}
