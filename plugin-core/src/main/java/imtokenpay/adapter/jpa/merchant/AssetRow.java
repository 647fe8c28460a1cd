package imtokenpay.adapter.jpa.merchant;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.Asset;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// An accepted asset.
@Entity
@Table(name = "accepted_asset")
class AssetRow {
    @Id
    String id = "";

    int position;
    String chain = "";
    String symbol = "";
    int decimals;
    String network = "";
    String receiver = "";
    int confirmations;

    @Column(name = "final_from")
    @Nullable
    BigInteger finalFrom;

    boolean verified;
    boolean test;

    private Finality finality() {
        return finalFrom == null ? new Finality.Depth(confirmations) : new Finality.Tiered(confirmations, finalFrom);
    }

    AcceptedAsset accepted() {
        return new AcceptedAsset(
                new Asset(id, symbol, decimals),
                network,
                new Address(receiver),
                finality(),
                new AcceptedAsset.Standing(verified, test));
    }
}
