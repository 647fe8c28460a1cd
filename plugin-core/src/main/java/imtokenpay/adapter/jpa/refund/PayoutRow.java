package imtokenpay.adapter.jpa.refund;

import imtokenpay.chain.Address;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.refund.Payouts.Payout;
import imtokenpay.refund.RefundId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigInteger;
import java.time.Instant;

/// A transfer that was seen for a refund. Where it stands can change.
@Entity
@IdClass(PayoutRow.Key.class)
@Table(name = "payout")
class PayoutRow {
    /// What makes a transfer that transfer and no other.
    record Key(String chain, String txHash, int logIndex) implements Serializable {
        static Key of(TransferId id) {
            return new Key(id.chain().text(), id.txHash(), id.logIndex());
        }
    }

    @Id
    String chain = "";

    @Id
    @Column(name = "tx_hash")
    String txHash = "";

    @Id
    @Column(name = "log_index")
    int logIndex;

    @Column(name = "refund_id")
    String refundId = "";

    @Column(name = "asset_id")
    String assetId = "";

    String symbol = "";
    int decimals;
    BigInteger units = BigInteger.ZERO;
    String sender = "";
    String receiver = "";

    @Column(name = "first_seen")
    Instant firstSeen = Instant.EPOCH;

    @Column(name = "first_block_time")
    Instant firstBlockTime = Instant.EPOCH;

    boolean included;
    long height;

    @Column(name = "block_hash")
    String blockHash = "";

    @Column(name = "block_time")
    Instant blockTime = Instant.EPOCH;

    static PayoutRow of(TransferId id) {
        var row = new PayoutRow();
        row.chain = id.chain().text();
        row.txHash = id.txHash();
        row.logIndex = id.logIndex();
        return row;
    }

    /// Writes everything but the key.
    void fill(Payout payout) {
        var transfer = payout.transfer();
        var asset = transfer.amount().asset();
        refundId = payout.refundId().text();
        assetId = asset.id();
        symbol = asset.symbol();
        decimals = asset.decimals();
        units = transfer.amount().units();
        sender = transfer.sender().text();
        receiver = transfer.receiver().text();
        firstSeen = transfer.sighting().firstSeen();
        firstBlockTime = transfer.sighting().firstBlockTime();
        stands(transfer.sighting().inclusion());
    }

    void stands(Inclusion inclusion) {
        switch (inclusion) {
            case Inclusion.Included block -> {
                included = true;
                height = block.height();
                blockHash = block.hash();
                blockTime = block.time();
            }
            case Inclusion.Gone() -> included = false;
        }
    }

    Payout payout() {
        return new Payout(transfer(), new RefundId(refundId));
    }

    Transfer transfer() {
        var inclusion = included ? new Inclusion.Included(height, blockHash, blockTime) : new Inclusion.Gone();
        return new Transfer(
                new TransferId(new ChainId(chain), txHash, logIndex),
                new Amount(units, new Asset(assetId, symbol, decimals)),
                new Address(sender),
                new Address(receiver),
                new Transfer.Sighting(firstSeen, firstBlockTime, inclusion));
    }
}
