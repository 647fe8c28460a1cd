package imtokenpay.adapter.wiring.live;

import imtokenpay.flow.show.CheckoutAddresses;
import imtokenpay.flow.start.Provision;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.ReceivingModes;
import imtokenpay.money.Asset;
import imtokenpay.payment.PaymentId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/// The accepted assets in use, where their money comes in, and where shoppers find what to pay.
@Singleton
public class CurrentAssets implements Provision, ReceivingModes, CheckoutAddresses {
    private final LiveArrangement live;

    @Inject
    public CurrentAssets(LiveArrangement live) {
        this.live = live;
    }

    @Override
    public List<AcceptedAsset> assets() {
        return live.current().provided();
    }

    @Override
    public ReceivingMode of(Asset asset) {
        return live.current().modes().of(asset);
    }

    @Override
    public String of(PaymentId id) {
        return live.current().addresses().of(id);
    }
}
