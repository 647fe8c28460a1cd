package imtokenpay.api;

import imtokenpay.money.Price;
import imtokenpay.quote.campaign.Campaign;
import imtokenpay.quote.campaign.Reduction;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/// A campaign as a store sees it. What its budget holds is the merchant's affair.
final class CampaignJson {
    private CampaignJson() {}

    static JsonObject of(Campaign campaign) {
        var conditions = campaign.conditions();
        var json = Json.createObjectBuilder()
                .add("campaign", campaign.id().text())
                .add("name", campaign.title().name())
                .add("currency", campaign.title().currency().getCurrencyCode())
                .add("firstOrder", conditions.firstOrder())
                .add(
                        "assets",
                        Json.createArrayBuilder(
                                conditions.assetIds().stream().sorted().toList()));
        switch (campaign.reduction()) {
            case Reduction.Share share -> json.add("percent", share.percent());
            case Reduction.Fixed(Price off) -> json.add("amount", off.value().toPlainString());
        }
        conditions
                .minimum()
                .ifPresent(least -> json.add("minimum", least.value().toPlainString()));
        conditions.span().until().ifPresent(end -> json.add("until", end.toString()));
        return json.build();
    }
}
