package imtokenpay.adapter.jpa.merchant;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.Asset;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

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
    boolean verified;
    boolean test;

    AcceptedAsset accepted() {
        return new AcceptedAsset(
                new Asset(id, symbol, decimals),
                network,
                new Address(receiver),
                new Finality.Depth(confirmations),
                new AcceptedAsset.Standing(verified, test));
    }
}
