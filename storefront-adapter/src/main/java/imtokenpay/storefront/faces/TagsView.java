package imtokenpay.storefront.faces;

import imtokenpay.storefront.AcceptedAsset;
import imtokenpay.storefront.ImtokenPay;
import imtokenpay.storefront.PaymentMethod;
import imtokenpay.storefront.PaymentRefusal;
import imtokenpay.storefront.PaymentStanding;
import imtokenpay.storefront.RefusalReason;
import imtokenpay.storefront.text.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the tags show and do. A page asks for the same several times, so an order's standing is looked up once.
@Named("imtokenTags")
@RequestScoped
public class TagsView {

    /// The field that `imtoken:choice` sends.
    static final String ASSET = "imtoken-asset";

    private static final String REFUSAL = "imtoken.refusal.";

    private final Map<String, Optional<PaymentStanding>> standings = new HashMap<>();

    @Inject
    private ImtokenPay imtokenPay;

    /// Whether anything can be paid with.
    public boolean isAvailable() {
        return imtokenPay.paymentMethod().available();
    }

    /// What can be paid with.
    public List<AcceptedAsset> assets() {
        return imtokenPay.paymentMethod().assets();
    }

    /// What is taken off, as texts.
    public List<String> offers() {
        return imtokenPay.paymentMethod().offers().stream().map(TagsView::words).toList();
    }

    private static String words(PaymentMethod.Offer offer) {
        String key = (offer.firstOrder() ? "offer.first." : "offer.")
                + (offer.percent().isEmpty() ? "amount" : "percent");
        return texts().of(key, offer.percent().isEmpty() ? offer.amount() + " " + offer.currency() : offer.percent());
    }

    /// The text on an asset's button.
    public String label(AcceptedAsset asset) {
        return asset.test() ? texts().of("choice.test", asset.label()) : asset.label();
    }

    /// Whether an asset is chosen from the start: that of the order's open payment, else the first.
    public boolean chosen(@Nullable String order, AcceptedAsset asset) {
        return preferred(order).filter(asset.asset()::equals).isPresent();
    }

    /// One text in the page's language.
    public String text(String key) {
        return texts().of(key);
    }

    /// The language that the texts are in.
    public String language() {
        return texts().language();
    }

    /// The text on the button of an order.
    public String startText(String order) {
        return text(open(order).isPresent() ? "pay.resume" : "pay.start");
    }

    /// Where the form is sent to: the very address of the page.
    public String here() {
        return PageAddress.of(FacesContext.getCurrentInstance()).path();
    }

    /// How the payment of an order stands; null while there is none.
    public @Nullable StatusLine line(String order) {
        return standing(order).map(standing -> StatusLine.of(standing, texts())).orElse(null);
    }

    /// Why the last press of the order's button led nowhere; null when it did not.
    public @Nullable String refusal(String order) {
        Object reason = external().getFlash().get(REFUSAL + order);
        return reason == null ? null : RefusalReason.valueOf(reason.toString()).words(locale());
    }

    /// Sends the shopper to the checkout page; or back to this one, by a redirect, so that a reload repeats nothing.
    public void pay(String order) throws IOException {
        PageAddress page = PageAddress.of(FacesContext.getCurrentInstance());
        try {
            String checkout =
                    imtokenPay.start(order, asset(order), page.absolute()).toString();
            external().redirect(checkout);
        } catch (PaymentRefusal refusal) {
            external().getFlash().put(REFUSAL + order, refusal.reason().name());
            external().redirect(page.path());
        }
    }

    private String asset(String order) throws PaymentRefusal {
        Optional<String> chosen =
                Optional.ofNullable(external().getRequestParameterMap().get(ASSET));
        return chosen.or(() -> preferred(order)).orElseThrow(() -> new PaymentRefusal(RefusalReason.NO_ANSWER));
    }

    private Optional<String> preferred(@Nullable String order) {
        return Optional.ofNullable(order)
                .flatMap(this::open)
                .map(PaymentStanding::asset)
                .filter(open ->
                        assets().stream().anyMatch(asset -> asset.asset().equals(open)))
                .or(() -> assets().stream().map(AcceptedAsset::asset).findFirst());
    }

    private Optional<PaymentStanding> open(String order) {
        return standing(order).filter(standing -> standing.status().open());
    }

    private Optional<PaymentStanding> standing(String order) {
        return order.isEmpty() ? Optional.empty() : standings.computeIfAbsent(order, imtokenPay::standing);
    }

    private static Texts texts() {
        return Texts.in(locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
