package imtokenpay.adapter.jpa.chain;

import imtokenpay.chain.BlockRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/// A block that we have read.
@Entity
@IdClass(BlockRow.Key.class)
@Table(name = "chain_block")
class BlockRow {
    /// A height on a chain.
    record Key(String chain, long height) implements Serializable {}

    @Id
    String chain = "";

    @Id
    long height;

    String hash = "";

    @Column(name = "parent_hash")
    String parentHash = "";

    @Column(name = "block_time")
    Instant time = Instant.EPOCH;

    static BlockRow of(String chain, BlockRef block) {
        var row = new BlockRow();
        row.chain = chain;
        row.height = block.height();
        row.hash = block.hash();
        row.parentHash = block.parentHash();
        row.time = block.time();
        return row;
    }
}
