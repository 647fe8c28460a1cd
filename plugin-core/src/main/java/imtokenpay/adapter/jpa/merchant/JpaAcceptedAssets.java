package imtokenpay.adapter.jpa.merchant;

import imtokenpay.chain.Finality;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.money.ChainId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Accepted assets as rows.
@Dependent
public class JpaAcceptedAssets implements AcceptedAssets {
    private final EntityManager entities;

    @Inject
    public JpaAcceptedAssets(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<AcceptedAsset> all() {
        return entities.createQuery("select a from AssetRow a order by a.position, a.id", AssetRow.class)
                .getResultStream()
                .map(AssetRow::accepted)
                .toList();
    }

    @Override
    public List<AcceptedAsset> on(ChainId chain) {
        return entities.createQuery(
                        "select a from AssetRow a where a.chain = ?1 order by a.position, a.id", AssetRow.class)
                .setParameter(1, chain.text())
                .getResultStream()
                .map(AssetRow::accepted)
                .toList();
    }

    @Override
    public Optional<AcceptedAsset> byId(String assetId) {
        return Optional.ofNullable(entities.find(AssetRow.class, assetId)).map(AssetRow::accepted);
    }

    @Override
    public void provide(AcceptedAsset accepted) {
        var asset = accepted.asset();
        insertIfNew(accepted);
        var row = locked(asset.id());
        if (row.verified && row.decimals != asset.decimals()) {
            throw new IllegalArgumentException("Configuration: " + asset + " has " + asset.decimals()
                    + " decimals there, but its chain has confirmed " + row.decimals + ". Correct the configuration.");
        }
        row.symbol = asset.symbol();
        row.decimals = asset.decimals();
        row.network = accepted.network();
        row.receiver = accepted.receiver().text();
        row.test = accepted.test();
    }

    @Override
    public void verified(String assetId) {
        locked(assetId).verified = true;
    }

    @Override
    public void finality(String assetId, Finality finality) {
        var row = locked(assetId);
        row.confirmations = finality.confirmationsRequired();
        row.finalFrom = finalFrom(finality);
    }

    // Not persist(): nodes that start at once all come here, and only one of them may make the row.
    private void insertIfNew(AcceptedAsset accepted) {
        var asset = accepted.asset();
        entities.createNativeQuery(
                        "insert into accepted_asset (id, position, chain, symbol, decimals, network, receiver,"
                                + " confirmations, verified, test, final_from)"
                                + " values (?1, (select count(*) from accepted_asset), ?2, ?3,"
                                + " ?4, ?5, ?6, ?7, false, ?8, cast(?9 as numeric)) on conflict do nothing")
                .setParameter(1, asset.id())
                .setParameter(2, asset.chain().text())
                .setParameter(3, asset.symbol())
                .setParameter(4, asset.decimals())
                .setParameter(5, accepted.network())
                .setParameter(6, accepted.receiver().text())
                .setParameter(7, accepted.finality().confirmationsRequired())
                .setParameter(8, accepted.test())
                .setParameter(9, finalFrom(accepted.finality()))
                .executeUpdate();
    }

    private static @Nullable BigInteger finalFrom(Finality finality) {
        return switch (finality) {
            case Finality.Depth depth -> null;
            case Finality.Finalized always -> BigInteger.ZERO;
            case Finality.Tiered tiered -> tiered.finalFrom();
        };
    }

    private AssetRow locked(String assetId) {
        var row = entities.find(AssetRow.class, assetId, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw new IllegalArgumentException("no accepted asset " + assetId);
        }
        return row;
    }
}
