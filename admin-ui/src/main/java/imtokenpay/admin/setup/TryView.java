package imtokenpay.admin.setup;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.request.TryOut;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.Store;
import imtokenpay.money.Price;
import imtokenpay.payment.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Makes an order to try everything out, and leads to its checkout page.
@Named("trial")
@RequestScoped
public class TryView {
    @Inject
    private @Nullable TryOut tryOut;

    @Inject
    private @Nullable RandomGenerator random;

    private String order = "";
    private String store = "";
    private String asset = "";
    private String price = "1.00";
    private String currency = "USD";

    /// Fills the form with what is there.
    @PostConstruct
    void begin() {
        order = "test-"
                + HexFormat.of().toHexDigits(Objects.requireNonNull(random).nextInt());
        store = stores().stream().map(Store::id).findFirst().orElse("");
        asset = payable().stream().map(one -> one.asset().id()).findFirst().orElse("");
    }

    /// The stores that it can be for.
    public List<Store> stores() {
        return Objects.requireNonNull(tryOut).stores();
    }

    /// What it can be paid with now.
    public List<AcceptedAsset> payable() {
        return Objects.requireNonNull(tryOut).payable();
    }

    /// Makes the order, and goes to where it is paid.
    ///
    /// @return null: the page stays, with what is wrong
    public @Nullable String make() {
        try {
            var chosen = stores().stream()
                    .filter(one -> one.id().equals(store))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no store yet. Set one up first."));
            var page = Objects.requireNonNull(tryOut).order(order, chosen, asset, price());
            FacesContext.getCurrentInstance().getExternalContext().redirect(page);
            return null;
        } catch (Refusal no) {
            return Desk.stay(no.reason().words());
        } catch (IllegalArgumentException wrong) {
            return Desk.stay(String.valueOf(wrong.getMessage()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Price price() {
        try {
            return new Price(new BigDecimal(price.strip()), Price.currencyOf(currency.strip()));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("Write a price such as 1.00 and a currency such as USD.", wrong);
        }
    }

    public String getOrder() {
        return order;
    }

    public void setOrder(String order) {
        this.order = order;
    }

    public String getStore() {
        return store;
    }

    public void setStore(String store) {
        this.store = store;
    }

    public String getAsset() {
        return asset;
    }

    public void setAsset(String asset) {
        this.asset = asset;
    }

    public String getPrice() {
        return price;
    }

    public void setPrice(String price) {
        this.price = price;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }
}
