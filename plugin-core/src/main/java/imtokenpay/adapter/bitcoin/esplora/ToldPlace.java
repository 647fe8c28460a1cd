package imtokenpay.adapter.bitcoin.esplora;

import imtokenpay.adapter.bitcoin.node.Members;
import imtokenpay.adapter.evm.json.Tokens;
import java.util.Optional;

/// Where a transaction stands, as `/tx/:id/status` says.
///
/// @param block the block that holds it; empty while it waits
record ToldPlace(Optional<Block> block) {

    /// A block by its height and its hash.
    record Block(long height, String hash) {}

    static ToldPlace read(Tokens tokens) {
        var isConfirmed = Optional.<Boolean>empty();
        var height = -1L;
        var hash = "";
        var members = new Members(tokens.json());
        for (var name = members.next(); !name.isEmpty(); name = members.next()) {
            switch (name) {
                case "confirmed" -> isConfirmed = Optional.of(members.flag());
                case "block_height" -> height = members.isNull() ? -1 : members.number();
                case "block_hash" -> hash = members.isNull() ? "" : members.hash();
                default -> members.pass();
            }
        }
        if (isConfirmed.isEmpty() || isConfirmed.get() && (height < 0 || hash.isEmpty())) {
            throw Members.notUsable("status of a transaction");
        }
        return new ToldPlace(isConfirmed.get() ? Optional.of(new Block(height, hash)) : Optional.empty());
    }
}
